/** @file Layers: what their parameters begin as, and what they compute. Batches are rows. */
import type { Rng } from "../data/random.ts";
import { full } from "../tensor/ndarray.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Tree } from "../transforms/tree.ts";
import { type Initialiser, xavier } from "./initialise.ts";

/** Parameters are kept outside, so that `grad` can differentiate by them and a step can replace them. */
export interface Layer<P extends Tree = Tree> {
  init(rng: Rng): P;
  apply(parameters: P, x: Tensor): Tensor;
}

/** W: (outputs, inputs), b: (outputs,). */
export interface Affine {
  readonly [name: string]: Tensor;
  readonly W: Tensor;
  readonly b: Tensor;
}

/** Y = X Wᵀ + b: (n, inputs) → (n, outputs). The bias begins at 0. */
export const linear = (inputs: number, outputs: number, weights: Initialiser = xavier): Layer<Affine> => ({
  init: (rng) => ({ W: weights(outputs, inputs, rng), b: new Tensor(full([outputs], 0)) }),
  apply: ({ W, b }, x) => x.matmul(W, { b: true }).add(b),
});

/** A layer without parameters. */
const elementwise = (f: (x: Tensor) => Tensor): Layer<readonly []> => ({
  init: () => [],
  apply: (_none, x) => f(x),
});

export const sigmoid = elementwise((x) => x.sigmoid());
export const tanh = elementwise((x) => x.tanh());
export const relu = elementwise((x) => x.relu());
export const leakyRelu = (alpha?: number) => elementwise((x) => x.leakyRelu(alpha));

/** A layer whose parameters have whatever form. */
export interface AnyLayer {
  init(rng: Rng): Tree;
  apply(parameters: never, x: Tensor): Tensor;
}

/** One layer after the other; its parameters are the list of theirs. */
export const sequential = (...layers: readonly AnyLayer[]): Layer<readonly Tree[]> => ({
  init: (rng) => layers.map((layer) => layer.init(rng)),
  apply: (parameters, x) => layers.reduce((h, layer, i) => layer.apply(parameters[i] as never, h), x),
});
