/** @file The twenty exercises of the corpus, by the names that its files use. */
import type { Entry } from "../../grader/catalogue.ts";
import type { AnyExercise } from "../../grader/exercise.ts";
import { pointsFile, readPoints } from "../../tools/points/points.ts";
import * as layers from "./layers.ts";
import * as losses from "./losses.ts";
import * as networks from "./networks.ts";
import * as scalars from "./scalars.ts";

const specs: Readonly<Record<string, AnyExercise>> = {
  chain: scalars.chain,
  dag: scalars.dag,
  hinge: losses.hinge,
  huber: losses.huber,
  "jac-affine-tanh": layers.jacAffineTanh,
  "jac-elem": layers.jacElem,
  "jac-linear": layers.jacLinear,
  "jac-softmax": layers.jacSoftmax,
  linear: layers.linear,
  logmax: scalars.logmax,
  logreg: losses.logreg,
  "logreg-l2": losses.logregL2,
  mlp: networks.mlp,
  momentum: layers.momentum,
  mse: losses.mse,
  relu: layers.relu,
  softmaxce: losses.softmaxce,
  tanh221: networks.tanh221,
  toynet: networks.toynet,
  "toynet-relu": networks.toynetRelu,
};

export const corpusExercises: readonly Entry[] = Object.entries(specs).map(([name, spec]) => ({
  id: `corpus/${name}`,
  lesson: "corpus",
  spec: { ...spec, guided: readPoints(pointsFile(`corpus/${name}`))?.seeds ?? [] },
}));
