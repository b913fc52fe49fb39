/** @file What a computation costs: multiplications in time, stored numbers in memory. */
import { below } from "./backward.ts";
import type { Shape } from "./shape.ts";
import type { Tensor } from "./tensor.ts";

let multiplied = 0;

/** Notes a matrix product with this result: one multiplication for each entry and each step along the inner axis. */
export function noteProduct(result: Shape, inner: number): void {
  multiplied += result.reduce((product, n) => product * n, inner);
}

/**
 * How many multiplications the matrix products take that `run` makes: n·k·m for (n, k)·(k, m), of the backward pass
 * too if it runs inside. Work entry by entry is not counted: it is smaller by a whole axis.
 *
 *     countMultiplications(() => row.matmul(A).matmul(B)); // (1, a)(a, b)(b, c): ab + bc
 *     countMultiplications(() => row.matmul(A.matmul(B))); // abc + ac
 */
export function countMultiplications(run: () => unknown): number {
  const before = multiplied;
  run();
  return multiplied - before;
}

/** Numbers, eight bytes each. */
export interface Memory {
  /** In the variables that y depends on: the parameters, which exist with or without a graph. */
  readonly variables: number;
  /** In everything else that the backward pass of y finds again: inputs and the results on the way, y among them. */
  readonly stored: number;
}

/**
 * What the graph of y keeps in memory until y is dropped. A reshaped array is the same array and counts once.
 *
 * This library keeps the result of every operation. A layer z = x Wᵀ + b, h = relu(z) therefore stores three arrays,
 * while a backward pass written by hand could do with x and h.
 */
export function memoryOf(y: Tensor): Memory {
  const nodes = new Set([...below(y)].flatMap((node) => [node, ...node.parents]));
  const isVariable = (node: Tensor) => node.tracked && !node.rule;
  const entries = (some: Tensor[]) =>
    [...new Set(some.map((node) => node.value.data))].reduce((sum, data) => sum + data.length, 0);
  return {
    variables: entries([...nodes].filter(isVariable)),
    stored: entries([...nodes].filter((node) => !isVariable(node))),
  };
}
