/** @file Programs of additions and multiplications, and what mistaken engines make of them: for 10.1. */
import type { Draw } from "../draw.ts";

/** One step of a formula: both operands are earlier places, or the second is the number `by`. */
export interface Step {
  readonly op: "add" | "mul";
  readonly a: number;
  readonly b: number;
  readonly by?: number;
}

/** Steps of both kinds; every place but the last is used later, so that no rule goes untested. */
export function drawn(d: Draw, leaves: number): Step[] {
  const steps: Step[] = [];
  const unused = new Set(Array.from({ length: leaves }, (_, i) => i));
  const put = (step: Step) => {
    unused.delete(step.a);
    if (step.by === undefined) unused.delete(step.b);
    unused.add(leaves + steps.length);
    steps.push(step);
  };
  const place = () => d.int(0, leaves + steps.length - 1);
  for (let i = 0; i < 6; i++) put({ op: d.pick(["add", "mul"]), a: place(), b: place() });
  put({ op: "mul", a: place(), b: 0, by: d.real(0.5, 1.5) });
  put({ op: "add", a: place(), b: 0, by: d.real(0.5, 1.5) });
  while (unused.size > 1) {
    const [a = 0, b = 0] = unused;
    put({ op: d.pick(["add", "mul"]), a, b });
  }
  return steps;
}

/** The values of all places, leaves first. */
export function valuesOf(x: readonly number[], steps: readonly Step[]): number[] {
  const values = [...x];
  for (const { op, a, b, by } of steps) {
    const [left, right] = [values[a]!, by ?? values[b]!];
    values.push(op === "add" ? left + right : left * right);
  }
  return values;
}

interface Engine {
  /** The places in the order in which they push their gradient on. */
  readonly order: (leaves: number, steps: readonly Step[]) => number[];
  /** What a push makes of the gradient that is there already. */
  readonly push: (there: number, sent: number) => number;
  readonly slopes: (step: Step, values: readonly number[]) => readonly [byA: number, byB: number];
  /** Are both pushes made where the operands are the same node? */
  readonly twice: boolean;
  /** What the result's own gradient becomes before the first push. */
  readonly seed: (there: number) => number;
}
const right: Engine = {
  order: (leaves, steps) => steps.map((_, k) => leaves + k).reverse(),
  push: (there, sent) => there + sent,
  slopes: ({ op, a, b, by }, values) => (op === "add" ? [1, 1] : [by ?? values[b]!, values[a]!]),
  twice: true,
  seed: () => 1,
};

/** Depth-first from the result, each node as soon as it is met for the first time: wrong where ways meet again. */
export const preOrder =
  (first: "a" | "b"): Engine["order"] =>
  (leaves, steps) => {
    const [seen, order] = [new Set<number>(), [] as number[]];
    const visit = (place: number) => {
      const step = steps[place - leaves];
      if (seen.has(place) || !step) return;
      seen.add(place);
      order.push(place);
      const next = step.by === undefined ? [step.a, step.b] : [step.a];
      for (const each of first === "b" ? next.reverse() : next) visit(each);
    };
    visit(leaves + steps.length - 1);
    return order;
  };

/**
 * The gradients of the last place by all places, from an engine with a mistake in it.
 *
 * @param before what an earlier call left behind
 */
export function gradientsBy(
  mistake: Partial<Engine>,
  x: readonly number[],
  steps: readonly Step[],
  before?: readonly number[],
) {
  const engine = { ...right, ...mistake };
  const values = valuesOf(x, steps);
  const gradients = before ? [...before] : values.map(() => 0);
  gradients[values.length - 1] = engine.seed(gradients.at(-1)!);
  for (const place of engine.order(x.length, steps)) {
    const step = steps[place - x.length]!;
    const [byA, byB] = engine.slopes(step, values);
    const sent = gradients[place]!;
    gradients[step.a] = engine.push(gradients[step.a]!, byA * sent);
    const skip = step.by !== undefined || (step.a === step.b && !engine.twice);
    if (!skip) gradients[step.b] = engine.push(gradients[step.b]!, byB * sent);
  }
  return gradients;
}

/** Where each place is used, and how fast the result there moves with it. */
export function usesOf(x: readonly number[], steps: readonly Step[]) {
  const values = valuesOf(x, steps);
  const uses = values.map((): [result: number, slope: number][] => []);
  for (const [k, step] of steps.entries()) {
    const [byA, byB] = right.slopes(step, values);
    uses[step.a]!.push([x.length + k, byA]);
    if (step.by === undefined) uses[step.b]!.push([x.length + k, byB]);
  }
  return uses;
}
