/** @file The backward sweep of 4.4 in plain numbers, with one of its rules broken: what a mistake answers. */
import type { Step } from "./draw.ts";

export const ops = ["add", "mul", "sin", "log", "max"] as const;
export type Op = (typeof ops)[number];
/** Local slopes by each argument. */
export type Slopes = (a: number, b: number) => readonly number[];
const right: Readonly<Record<Op, Slopes>> = {
  add: () => [1, 1],
  mul: (a, b) => [b, a],
  sin: (a) => [Math.cos(a)],
  log: (a) => [1 / a],
  max: (a, b) => (a >= b ? [1, 0] : [0, 1]),
};

type Order = (steps: readonly Step[]) => readonly number[];
export interface How {
  /** The places in the order in which they hand on their gradient. */
  readonly order?: Order;
  readonly put?: (op: Op) => "adds" | "replaces" | "adds to what was there before" | "replaces, zeros too";
  readonly slopes?: Partial<Record<Op, Slopes>>;
  readonly upstream?: (dz: number, op: Op) => number;
  readonly start?: (value: number) => number;
}
const fromTheRight: Order = (steps) => steps.map((_, i) => steps.length - 1 - i);

export function sweep(steps: readonly Step[], values: readonly number[], how: How = {}): number[] {
  const { order = fromTheRight, slopes = {}, upstream = (dz: number) => dz } = how;
  const last = steps.length - 1;
  const grads = steps.map(() => 0);
  grads[last] = how.start?.(values[last]!) ?? 1;
  for (const i of order(steps)) {
    const { op, args } = steps[i]!;
    if (op === "input" || op === "const") continue;
    const [a = 0, b = 0] = args.map((place) => values[place]);
    const local = (slopes[op] ?? right[op])(a, b);
    const before = args.map((place) => grads[place]!);
    const dz = upstream(grads[i]!, op);
    const put = how.put?.(op) ?? "adds";
    args.forEach((place, k) => {
      const part = local[k]! * dz;
      if (put === "adds") grads[place] = grads[place]! + part;
      else if (put === "adds to what was there before") grads[place] = before[k]! + part;
      else if (local[k] !== 0 || put === "replaces, zeros too") grads[place] = part;
    });
  }
  return grads;
}

/** Depth first from the end, each node once, handing on as soon as it is reached; or in widening circles. */
const walk =
  (next: "stack" | "queue" | "call", turned: boolean): Order =>
  (steps) => {
    const seen = new Set<number>();
    const order: number[] = [];
    const argsOf = (i: number) => (turned ? [...steps[i]!.args].reverse() : steps[i]!.args);
    const call = (i: number) => {
      if (seen.has(i)) return;
      seen.add(i);
      order.push(i);
      for (const place of argsOf(i)) call(place);
    };
    if (next === "call") call(steps.length - 1);
    const open = next === "call" ? [] : [steps.length - 1];
    while (open.length) {
      const i = next === "stack" ? open.pop()! : open.shift()!;
      if (seen.has(i)) continue;
      seen.add(i);
      order.push(i);
      open.push(...argsOf(i));
    }
    return order;
  };

/** The usual walks in which a node hands on its gradient before the last of its users has come. */
export const earlyOrders: readonly Order[] = [
  walk("call", false),
  walk("call", true),
  walk("queue", false),
  walk("queue", true),
];
