/** @file The library's public API. */

export { tinyDigits } from "./data/digits.ts";
export { circles, type Labelled, line, moons, spirals, xor } from "./data/points.ts";
export { mulberry32, normal, permutation, type Rng } from "./data/random.ts";
export { NotImplementedError } from "./errors.ts";
export { he, type Initialiser, xavier, zeros } from "./nn/initialise.ts";
export {
  type Affine,
  type AnyLayer,
  type Layer,
  leakyRelu,
  linear,
  relu,
  sequential,
  sigmoid,
  tanh,
} from "./nn/layers.ts";
export {
  absolute,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crammerSingerHinge,
  crossEntropy,
  halfSquared,
  hinge,
  huber,
  meanSquared,
  oneVsRestHinge,
  squared,
  westonWatkinsHinge,
} from "./nn/losses.ts";
export {
  type Gradcheck,
  type GradcheckEntry,
  type GradcheckOutcome,
  gradcheck,
} from "./numeric/gradcheck.ts";
export type { Kink } from "./numeric/kink.ts";
export { type NumericalDerivative, numericalDerivative } from "./numeric/ladder.ts";
export {
  type NumericalGradient,
  type NumericalJacobian,
  numericalGradient,
  numericalJacobian,
} from "./numeric/numerical-gradient.ts";
export { adam, type Descend, sgd } from "./optim/descend.ts";
export { minibatches } from "./optim/minibatches.ts";
export { graph, type ScalarNode } from "./scalar/graph.ts";
export { MLP, Neuron, NeuronLayer } from "./scalar/mlp.ts";
export { recorded } from "./scalar/tape.ts";
export { type Scalar, Value, zeroGrad } from "./scalar/value.ts";
export { countMultiplications, type Memory, memoryOf } from "./tensor/cost.ts";
export { logSoftmax, logsumexp, norm, oneHot, prod, softmax } from "./tensor/functions.ts";
export { type TensorNode, tensorGraph } from "./tensor/graph.ts";
export type { Transposed } from "./tensor/matmul.ts";
export type { NdArray, Nested } from "./tensor/ndarray.ts";
export type { Rule, Vjp } from "./tensor/rules.ts";
export { type Shape, ShapeError } from "./tensor/shape.ts";
export { type Operand, Tensor, tensor, variable } from "./tensor/tensor.ts";
export { Dual, type DualOperand } from "./transforms/dual.ts";
export { grad, jvp, valueAndGrad, vjp } from "./transforms/grad.ts";
export { hessian, jacobian } from "./transforms/jacobian.ts";
export { type Layout, layout, vec } from "./transforms/layout.ts";
export type { Tree } from "./transforms/tree.ts";
export type {
  Act,
  Act3,
  ActName,
  Fn1,
  Instr,
  JacLayer,
  LossGrad,
  Mat,
  Mlp2,
  ScalarFn,
  Scheme,
  TapeNode,
  ToyCache,
  ToyGrads,
  ToyParams,
  Vec,
  VecFn,
} from "./types.ts";
export { inSinglePrecision } from "./wasm/product.ts";
