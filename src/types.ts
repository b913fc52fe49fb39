/** @file The types that lessons, exercises and solutions share. Vectors are columns, matrices are rows of numbers. */

export type Vec = number[];
/** `M[r][c]`: row r, column c. */
export type Mat = number[][];
export type Fn1 = (x: number) => number;
export type ScalarFn = (x: Vec) => number;
export type VecFn = (x: Vec) => Vec;

/** A difference quotient: (f(x+h) − f(x))/h, (f(x) − f(x−h))/h or (f(x+h) − f(x−h))/2h. */
export type Scheme = "forward" | "backward" | "central";
export type ActName = "identity" | "sigmoid" | "tanh" | "relu" | "leakyRelu" | "sin" | "cos" | "exp";
/** An activation and its slope, both taken at the input z. */
export interface Act {
  f: Fn1;
  df: Fn1;
}
export type Act3 = [Fn1, Fn1, Fn1];

/** The toy network's parameters: f_k = beta[k] + omega[k]·h_k for k = 0..3. */
export interface ToyParams {
  beta: Vec;
  omega: Vec;
}
/** What the toy network's forward pass stores: f0..f3, h[0] = x and h1..h3. */
export interface ToyCache {
  x: number;
  y: number;
  f: Vec;
  h: Vec;
  loss: number;
}
/** The loss's derivative by each quantity of the toy network; dH[0] = dX. */
export interface ToyGrads {
  dF: Vec;
  dH: Vec;
  dBeta: Vec;
  dOmega: Vec;
  dX: number;
}
/** A loss and its gradient by the prediction or the scores, shaped like them. */
export interface LossGrad {
  value: number;
  grad: Vec;
}

/** One step of a formula, written down in the order of computation: args are earlier places of the same list. */
export interface TapeNode {
  /** `log` is the natural logarithm; an `input` and a `const` have no args. */
  op: "input" | "const" | "add" | "mul" | "sin" | "log" | "max";
  args: number[];
  value: number;
}

/** A layer z ↦ f(z) with its Jacobian J(z): one row for each output, one column for each entry of z. */
export interface JacLayer {
  f: VecFn;
  J: (z: Vec) => Mat;
}

/** One instruction of a program: operands are earlier slots; where an op takes one operand, b is not used. */
export interface Instr {
  op: string;
  a: number;
  b: number;
}

/** A network with one hidden layer and one output: z = W2 g(W1 x + b1) + b2, W2 of shape (1, hidden). */
export interface Mlp2 {
  W1: Mat;
  b1: Vec;
  W2: Mat;
  b2: number;
}
