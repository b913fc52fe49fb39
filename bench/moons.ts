/** @file micrograd's demonstration: a network 2-16-16-1 on 100 points of two moons. */
import { moons, mulberry32 } from "gradbook";

const SIZES = [2, 16, 16, 1];

export interface Moons {
  readonly X: number[][];
  /** −1 and 1. */
  readonly signs: number[];
  /** layers → neurons → weights, then the bias. */
  readonly start: number[][][];
}
export function moonsProblem(): Moons {
  const rng = mulberry32(42);
  const { X, y } = moons(100, 0.1, rng);
  const start = SIZES.slice(1).map((outputs, l) =>
    Array.from({ length: outputs }, () => [...Array.from({ length: SIZES[l]! }, () => 2 * rng() - 1), 0]),
  );
  return { X, signs: y.map((label) => 2 * label - 1), start };
}

/** The sum of hinge losses and a penalty, backward, and a step of descent; one number an operation. */
const compile = (make: string) =>
  new Function(
    "layers",
    "X",
    "signs",
    "C",
    `/* ${make}: code of its own, so that contenders do not share type feedback */
     let data = null;
     for (let s = 0; s < X.length; s++) {
       let act = X[s].map((x) => new C(x));
       for (let l = 0; l < layers.length; l++)
         act = layers[l].map((neuron) => {
           let z = neuron[neuron.length - 1];
           for (let i = 0; i < act.length; i++) z = z.add(neuron[i].mul(act[i]));
           return l < layers.length - 1 ? z.relu() : z;
         });
       const hinge = act[0].mul(-signs[s]).add(1).relu();
       data = data === null ? hinge : data.add(hinge);
     }
     let penalty = null;
     for (const neurons of layers) for (const neuron of neurons) for (const p of neuron) {
       const square = p.mul(p);
       penalty = penalty === null ? square : penalty.add(square);
     }
     const loss = data.mul(1 / X.length).add(penalty.mul(1e-4));
     for (const neurons of layers) for (const neuron of neurons) for (const p of neuron) p.grad = 0;
     loss.backward();
     for (const neurons of layers) for (const neuron of neurons) for (const p of neuron) p.data = p.data - 0.05 * p.grad;
     return loss.data;`,
  ) as (layers: unknown, X: number[][], signs: number[], C: unknown) => number;

/** A training step with a class that has micrograd's methods; it gives the loss before the step. */
export function stepOf(name: string, C: new (x: number) => unknown): () => number {
  const { X, signs, start } = moonsProblem();
  const layers = start.map((neurons) => neurons.map((weights) => weights.map((w) => new C(w))));
  const step = compile(name);
  return () => step(layers, X, signs, C);
}
