/** @file A training step of a ReLU network with cross-entropy, derived by hand: no graph, every array made once. */
import { flipped, multiply, rows } from "./multiply.ts";

export interface Problem {
  readonly sizes: readonly number[];
  readonly batch: number;
  /** A row for each output. */
  readonly W: readonly Float64Array[];
  readonly b: readonly Float64Array[];
  readonly X: Float64Array;
  readonly classes: readonly number[];
  readonly lr: number;
}

/** @returns a step of plain descent on its own copy of the parameters, which gives the loss before it */
export function handStep({ sizes, batch, W, b, X, classes, lr }: Problem): () => number {
  const layers = W.map((weights, l) => {
    const [inputs, outputs] = [sizes[l]!, sizes[l + 1]!];
    const array = (size: number) => new Float64Array(size);
    return {
      inputs,
      outputs,
      W: weights.slice(),
      b: b[l]!.slice(),
      dW: array(weights.length),
      h: array(batch * outputs),
      dh: array(batch * outputs),
    };
  });
  const last = layers.length - 1;
  return () => {
    layers.forEach(({ inputs, outputs, W, b, h }, l) => {
      const x = l === 0 ? X : layers[l - 1]!.h;
      multiply(h, rows(x, inputs), flipped(rows(W, inputs)), batch, inputs, outputs);
      addBias(h, b, l < last);
    });
    const loss = softmaxGradient(layers[last]!.h, layers[last]!.dh, classes, layers[last]!.outputs);
    for (let l = last; l >= 0; l--) {
      const { inputs, outputs, W, b, dW, dh } = layers[l]!;
      const below = layers[l - 1];
      multiply(dW, flipped(rows(dh, outputs)), rows(below?.h ?? X, inputs), outputs, batch, inputs);
      if (below) {
        multiply(below.dh, rows(dh, outputs), rows(W, inputs), batch, outputs, inputs);
        for (let i = 0; i < below.h.length; i++) if (below.h[i]! <= 0) below.dh[i] = 0;
      }
      for (let i = 0; i < dh.length; ) for (let j = 0; j < outputs; j++) b[j]! -= lr * dh[i++]!;
      for (let i = 0; i < W.length; i++) W[i]! -= lr * dW[i]!;
    }
    return loss;
  };
}

function addBias(h: Float64Array, b: Float64Array, rectify: boolean): void {
  for (let i = 0; i < h.length; )
    for (let j = 0; j < b.length; j++, i++) {
      const z = h[i]! + b[j]!;
      h[i] = rectify && z < 0 ? 0 : z;
    }
}

/** The mean of −log softmax(z)[class], and its gradient into dz. */
function softmaxGradient(z: Float64Array, dz: Float64Array, classes: readonly number[], k: number): number {
  let loss = 0;
  classes.forEach((right, row) => {
    const from = row * k;
    let largest = Number.NEGATIVE_INFINITY;
    for (let j = from; j < from + k; j++) largest = Math.max(largest, z[j]!);
    let sum = 0;
    for (let j = from; j < from + k; j++) sum += dz[j] = Math.exp(z[j]! - largest);
    loss += Math.log(sum) + largest - z[from + right]!;
    for (let j = from; j < from + k; j++) dz[j]! /= sum * classes.length;
    dz[from + right]! -= 1 / classes.length;
  });
  return loss / classes.length;
}
