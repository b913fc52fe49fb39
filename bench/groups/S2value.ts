/** @file S2value: a training step of micrograd's moons network (2-16-16-1, 100 points), one node per operation. */
import { moons, mulberry32, Value } from "gradbook";
import { agree } from "../agree.ts";
import { MicrogradValue } from "../micrograd.ts";
import { race, report } from "../race.ts";

const SIZES = [2, 16, 16, 1];
const rng = mulberry32(42);
const { X, y } = moons(100, 0.1, rng);
const signs = y.map((label) => 2 * label - 1);
/** layers → neurons → weights, then the bias. */
const start = SIZES.slice(1).map((outputs, l) =>
  Array.from({ length: outputs }, () => [...Array.from({ length: SIZES[l]! }, () => 2 * rng() - 1), 0]),
);

/** The sum of hinge losses and a penalty, backward, and a step of descent. */
const step = (make: string) =>
  new Function(
    "layers",
    "X",
    "signs",
    "C",
    `/* ${make} */
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

const contender = (name: string, C: new (x: number) => unknown) => {
  const layers = start.map((neurons) => neurons.map((weights) => weights.map((w) => new C(w))));
  const run = step(name);
  return { name, run: () => run(layers, X, signs, C) };
};
const losses = (C: new (x: number) => unknown) => {
  const { run } = contender("trial", C);
  return Array.from({ length: 20 }, run);
};
agree(losses(Value), losses(MicrogradValue));

const times = race([contender("gradbook", Value), contender("micrograd", MicrogradValue)]);
report(times, "micrograd", "gradbook");
