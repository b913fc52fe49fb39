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

/** `end` once more, with other numbers in `cut`: only the nodes between them are computed again. */
export function rerun<N>(
  F: Field<N>,
  values: Values<N>,
  cut: Any,
  data: readonly N[],
  path: readonly Any[],
  end: Any,
) {
  const now = [...values];
  now[cut.id] = data;
  for (const node of path) {
    const step = node.step!;
    now[node.id] = step.op.forward(
      F,
      argsOf(node, (arg) => now[arg.id]!),
      step.at,
    );
  }
  return now[end.id]!;
}

/**
 * A reverse sweep: the gradients that arrive at every node, by id, when `seed` starts at `from`.
 * @param handOn what goes on from a node instead of the gradient that arrived there
 */
export function sweep<N>(
  F: Field<N>,
  values: Values<N>,
  from: Any,
  seed: readonly N[],
  handOn: (node: Any, arrived: readonly N[]) => readonly N[] = (_node, arrived) => arrived,
): readonly (readonly N[] | undefined)[] {
  const arrived: (readonly N[] | undefined)[] = [];
  arrived[from.id] = seed;
  for (let id = from.id; id >= 0; id--) {
    const node = from.tape[id]!;
    const g = arrived[id];
    if (!g || !node.step) continue;
    const { op, args, at } = node.step;
    const pieces = op.vjp(
      F,
      handOn(node, g),
      values[id]!,
      argsOf(node, (arg) => values[arg.id]!),
      at,
    );
    args.forEach((arg, i) => {
      const before = arrived[arg.id];
      const piece = pieces[i]!;
      arrived[arg.id] = before ? before.map((b, j) => F.add(b, piece[j]!)) : piece;
    });
  }
  return arrived;
}
