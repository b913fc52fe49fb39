/** @file A recorded tape, run again: forward and backward, over any field. */
import type { Field } from "./field.ts";
import type { Any } from "./node.ts";
import type { Tensor } from "./ops/op.ts";

/** The values of every node, by id. */
export type Values<N> = readonly (readonly N[])[];

const argsOf = <N>({ step }: Any, dataOf: (node: Any) => readonly N[]): Tensor<N>[] =>
  (step?.args ?? []).map((arg) => ({ shape: arg.shape, data: dataOf(arg) }));

/** Every node, from the leaves' data. */
export function forward<N>(F: Field<N>, tape: readonly Any[]): Values<N> {
  const values: (readonly N[])[] = [];
  for (const node of tape) {
    const { step } = node;
    values.push(
      step
        ? step.op.forward(
            F,
            argsOf(node, (arg) => values[arg.id]!),
            step.at,
          )
        : node.data.map((x) => F.of(x)),
    );
  }
  return values;
}

/** The nodes that `cut` reaches, in order, as far as `end`. */
export function between(tape: readonly Any[], cut: Any, end: Any): readonly Any[] {
  const reached = new Set<Any>([cut]);
  for (const node of tape.slice(cut.id + 1, end.id + 1))
    if (node.step?.args.some((arg) => reached.has(arg))) reached.add(node);
  reached.delete(cut);
  return [...reached];
}

/** `end` once more, with other numbers in `cut`: only what lies between them is computed again. */
export function rerun<N>(
  F: Field<N>,
  values: Values<N>,
  cut: Any,
  data: readonly N[],
  path: readonly Any[],
  end: Any,
): readonly N[] {
  const now = [...values];
  now[cut.id] = data;
  for (const node of path) now[node.id] = again(F, node, values, now);
  return now[end.id]!;
}

function again<N>(F: Field<N>, node: Any, before: Values<N>, now: Values<N>): readonly N[] {
  const { op, at, args } = node.step!;
  if (!op.entrywise)
    return op.forward(
      F,
      argsOf(node, (arg) => now[arg.id]!),
      at,
    );
  // Differences move one entry at a time, and functions such as exp are dear in long arithmetic.
  const x = now[args[0]!.id]!;
  const moved = x.flatMap((xi, i) => (xi === before[args[0]!.id]![i] ? [] : [i]));
  const ys = op.forward(F, [{ shape: [moved.length], data: moved.map((i) => x[i]!) }], at);
  const y = [...before[node.id]!];
  for (const [k, i] of moved.entries()) y[i] = ys[k]!;
  return y;
}

/** Where a sweep departs from the rules: for error carried forward, and for the mistakes that diagnosis tries. */
export interface Departure<N> {
  /** What goes on from a node instead of the gradient that arrived there. */
  readonly handOn?: (node: Any, arrived: readonly N[]) => readonly N[];
  /** What a node hands to its i-th operand; undefined: what the rule says. */
  readonly piece?: (
    node: Any,
    i: number,
    g: readonly N[],
    byRule: () => readonly N[],
  ) => readonly N[] | undefined;
}

/**
 * A reverse sweep: the gradients that arrive at every node, by id, when `seed` starts at `from`.
 * @param last the last node that hands on: what stands before it may be incomplete
 */
export function sweep<N>(
  F: Field<N>,
  values: Values<N>,
  from: Any,
  seed: readonly N[],
  { handOn, piece }: Departure<N> = {},
  last = 0,
): readonly (readonly N[] | undefined)[] {
  const arrived: (readonly N[] | undefined)[] = [];
  arrived[from.id] = seed;
  for (let id = from.id; id >= last; id--) {
    const node = from.tape[id]!;
    const here = arrived[id];
    if (!here || !node.step) continue;
    const { op, args, at } = node.step;
    const g = handOn ? handOn(node, here) : here;
    let known: readonly (readonly N[])[] | undefined;
    const byRule = (i: number) => {
      known ??= op.vjp(
        F,
        g,
        values[id]!,
        argsOf(node, (arg) => values[arg.id]!),
        at,
      );
      return known[i]!;
    };
    args.forEach((arg, i) => {
      const before = arrived[arg.id];
      const handed = piece?.(node, i, g, () => byRule(i)) ?? byRule(i);
      arrived[arg.id] = before ? before.map((b, j) => F.add(b, handed[j]!)) : handed;
    });
  }
  return arrived;
}
