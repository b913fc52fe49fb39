/** @file M1 and M2: a training step written with the library, against one derived by hand. */
import {
  crossEntropy,
  inSinglePrecision,
  linear,
  mulberry32,
  normal,
  relu,
  sequential,
  sgd,
  Tensor,
  valueAndGrad,
} from "gradbook";
import { offerProduct } from "../src/tensor/matmul.ts";
import { agree } from "./agree.ts";
import { handStep, type Problem } from "./hand/perceptron.ts";
import { race, report, skip } from "./race.ts";

function problem(sizes: readonly number[], batch: number): Problem {
  const rng = mulberry32(5);
  const draw = normal(rng);
  const array = (size: number, next: () => number) => Float64Array.from({ length: size }, next);
  const outputs = sizes.slice(1);
  return {
    sizes,
    batch,
    W: outputs.map((n, l) => array(n * sizes[l]!, () => Math.sqrt(2 / sizes[l]!) * draw())),
    b: outputs.map((n) => new Float64Array(n)),
    X: array(batch * sizes[0]!, rng),
    classes: Array.from({ length: batch }, () => Math.floor(rng() * sizes.at(-1)!)),
    lr: 0.01,
  };
}

/** The same as lessons write it. */
function libraryStep({ sizes, batch, W, b, X, classes, lr }: Problem): () => number {
  const array = (data: Float64Array, ...shape: number[]) => new Tensor({ shape, data });
  const layers = W.flatMap((_, l) => [linear(sizes[l]!, sizes[l + 1]!), ...(l < W.length - 1 ? [relu] : [])]);
  const network = sequential(...layers);
  const lossAndGrad = valueAndGrad((parameters: ReturnType<typeof network.init>, x: Tensor) =>
    crossEntropy(network.apply(parameters, x), classes),
  );
  const descend = sgd({ lr });
  const x = array(X, batch, sizes[0]!);
  let parameters: ReturnType<typeof network.init> = W.flatMap((weights, l) => [
    { W: array(weights, sizes[l + 1]!, sizes[l]!), b: array(b[l]!, sizes[l + 1]!) },
    ...(l < W.length - 1 ? [[]] : []),
  ]);
  return () => {
    const { value, grad } = lossAndGrad(parameters, x);
    parameters = descend(parameters, grad);
    return value.item();
  };
}

const losses = (step: () => number) => Array.from({ length: 10 }, step);

/** With products in JavaScript alone: prints by how many times the library takes longer. */
export function racePerceptrons(sizes: readonly number[], batch: number): void {
  offerProduct(() => false);
  const given = problem(sizes, batch);
  agree(losses(libraryStep(given)), losses(handStep(given)));
  report(
    raceSteps(given, (step) => step()),
    "gradbook",
    "by hand",
  );
}

/** With larger products in WebAssembly: prints by how many times the library is faster. */
export function racePerceptronsInWebAssembly(sizes: readonly number[], batch: number, single: boolean): void {
  const given = problem(sizes, batch);
  const take: Take = single ? inSinglePrecision : (step) => step();
  const step = libraryStep(given);
  agree(
    losses(() => take(step)),
    losses(handStep(given)),
    single ? 1e-4 : 1e-9,
  );
  report(raceSteps(given, take), "by hand", "gradbook");
}

/** Against another library: prints by how many times ours is faster. Peers compute in single precision, and so do we. */
export async function racePeer(
  name: string,
  sizes: readonly number[],
  batch: number,
  peer: (given: Problem) => Promise<(() => number) | undefined>,
): Promise<void> {
  const given = problem(sizes, batch);
  const theirs = await peer(given);
  if (!theirs) return skip(`${name} is not installed (npm install --prefix bench/peers --ignore-scripts)`);
  const ours = libraryStep(given);
  const run = () => inSinglePrecision(ours);
  agree(losses(run), losses(theirs), 1e-3);
  report(
    race([
      { name: "gradbook", run },
      { name, run: theirs },
    ]),
    name,
    "gradbook",
  );
}

type Take = (step: () => number) => number;
function raceSteps(given: Problem, take: Take) {
  const step = libraryStep(given);
  return race([
    { name: "gradbook", run: () => take(step) },
    { name: "by hand", run: handStep(given) },
  ]);
}
