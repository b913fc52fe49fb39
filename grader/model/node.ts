/** @file Nodes of a recorded forward computation, written by a spec's model. */
import type { Mat, Vec } from "../../src/types.ts";

export type Num = number | Vec | Mat;
export type Flat = readonly number[];
interface Rule {
  readonly value: (args: readonly Flat[]) => number[];
  readonly vjp: (g: Flat, y: Flat, args: readonly Flat[]) => (number[] | undefined)[];
  readonly margin?: (args: readonly Flat[]) => number;
}
type Product<A, B> = A extends Mat ? (B extends Mat ? Mat : Vec) : B extends Mat ? Vec : number;
type Unary =
  | "neg"
  | "exp"
  | "log"
  | "log10"
  | "sqrt"
  | "leakyRelu"
  | "sin"
  | "cos"
  | "tanh"
  | "sigmoid"
  | "relu"
  | "abs"
  | "square"
  | "identity";

// biome-ignore lint/suspicious/noExplicitAny: a node of any rank
export type Any = Node<any>;
export type Named = Any | readonly Named[];
export type Model = Readonly<Record<string, Named>>;
/** Plain numbers in the form of the quantity: Node<Mat>[] becomes Mat[]. */
export type Valued<N> = N extends Node<infer T> ? T : N extends readonly (infer M)[] ? Valued<M>[] : never;

export const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
export const flatten = (v: unknown): number[] => (Array.isArray(v) ? v.flatMap(flatten) : [v as number]);
export const shapeOf = (v: unknown): number[] =>
  Array.isArray(v) ? [v.length, ...(v.length ? shapeOf(v[0]) : [])] : [];
export const nest = (flat: Flat, shape: readonly number[]): unknown =>
  shape.length === 0
    ? flat[0]
    : Array.from({ length: shape[0]! }, (_, i) =>
        nest(flat.slice(i * size(shape.slice(1)), (i + 1) * size(shape.slice(1))), shape.slice(1)),
      );

/** Elementwise: value, and slope from input z and output a. */
const unary: Record<Unary, readonly [f: (z: number) => number, df: (z: number, a: number) => number]> = {
  identity: [(z) => z, () => 1],
  neg: [(z) => -z, () => -1],
  exp: [Math.exp, (_z, a) => a],
  log: [Math.log, (z) => 1 / z],
  log10: [Math.log10, (z) => 1 / (z * Math.LN10)],
  sqrt: [Math.sqrt, (_z, a) => 0.5 / a],
  leakyRelu: [(z) => (z >= 0 ? z : 0.01 * z), (z) => (z >= 0 ? 1 : 0.01)],
  sin: [Math.sin, (z) => Math.cos(z)],
  cos: [Math.cos, (z) => -Math.sin(z)],
  tanh: [Math.tanh, (_z, a) => 1 - a * a],
  sigmoid: [(z) => 1 / (1 + Math.exp(-z)), (_z, a) => a * (1 - a)],
  relu: [(z) => Math.max(z, 0), (z) => (z > 0 ? 1 : 0)],
  abs: [Math.abs, (z) => Math.sign(z)],
  square: [(z) => z * z, (z) => 2 * z],
};
const kinked: readonly Unary[] = ["relu", "abs"];

export class Node<T extends Num = number> {
  declare readonly form: T;
  readonly id: number;
  readonly tape: Any[];
  readonly rule: Rule | undefined;
  readonly args: readonly Any[];
  readonly shape: readonly number[];
  readonly data: Flat;
  constructor(
    tape: Any[],
    rule: Rule | undefined,
    args: readonly Any[],
    shape: readonly number[],
    data: Flat,
  ) {
    this.tape = tape;
    this.rule = rule;
    this.args = args;
    this.shape = shape;
    this.data = data;
    this.id = tape.push(this) - 1;
  }
  private step<R extends Num>(rule: Rule, args: readonly Any[], shape: readonly number[]): Node<R> {
    return new Node<R>(this.tape, rule, args, shape, rule.value(args.map((a) => a.data)));
  }
  /** Elementwise by name. */
  act(name: Unary): Node<T> {
    const [f, df] = unary[name];
    return this.step<T>(
      {
        value: ([z]) => z!.map(f),
        vjp: (g, y, [z]) => [g.map((gi, i) => gi * df(z![i]!, y[i]!))],
        ...(kinked.includes(name) && { margin: ([z]) => Math.min(...z!.map(Math.abs)) }),
      },
      [this],
      this.shape,
    );
  }
  exp() {
    return this.act("exp");
  }
  log() {
    return this.act("log");
  }
  sin() {
    return this.act("sin");
  }
  tanh() {
    return this.act("tanh");
  }
  relu() {
    return this.act("relu");
  }
  square() {
    return this.act("square");
  }
  neg() {
    return this.act("neg");
  }
  log10() {
    return this.act("log10");
  }
  cos() {
    return this.act("cos");
  }
  sigmoid() {
    return this.act("sigmoid");
  }
  abs() {
    return this.act("abs");
  }
  sqrt() {
    return this.act("sqrt");
  }
  /** Elementwise with `o` of the same shape, a scalar, or a vector over the rows. */
  private zip(
    o: Any | number,
    f: (a: number, b: number) => number,
    da: (a: number, b: number) => number,
    db: (a: number, b: number) => number,
    margin?: Rule["margin"],
  ): Node<T> {
    const other: Any = typeof o === "number" ? new Node(this.tape, undefined, [], [], [o]) : o;
    const n = this.data.length;
    const reduce = (g: number[], m: number) =>
      g.length === m
        ? g
        : g.reduce((s, gi, i) => {
            s[i % m]! += gi;
            return s;
          }, Array<number>(m).fill(0));
    return this.step<T>(
      {
        value: ([a, b]) => Array.from({ length: n }, (_, i) => f(a![i]!, b![i % b!.length]!)),
        vjp: (g, _y, [a, b]) => [
          g.map((gi, i) => gi * da(a![i]!, b![i % b!.length]!)),
          reduce(
            g.map((gi, i) => gi * db(a![i]!, b![i % b!.length]!)),
            b!.length,
          ),
        ],
        ...(margin && { margin }),
      },
      [this, other],
      this.shape,
    );
  }
  add(o: Any | number) {
    return this.zip(
      o,
      (a, b) => a + b,
      () => 1,
      () => 1,
    );
  }
  sub(o: Any | number) {
    return this.zip(
      o,
      (a, b) => a - b,
      () => 1,
      () => -1,
    );
  }
  mul(o: Any | number) {
    return this.zip(
      o,
      (a, b) => a * b,
      (_a, b) => b,
      (a) => a,
    );
  }
  div(o: Any | number) {
    return this.zip(
      o,
      (a, b) => a / b,
      (_a, b) => 1 / b,
      (a, b) => -a / (b * b),
    );
  }
  /** A tie goes to the first. */
  max(o: Any) {
    return this.zip(
      o,
      Math.max,
      (a, b) => (a >= b ? 1 : 0),
      (a, b) => (a >= b ? 0 : 1),
      ([a, b]) => Math.min(...a!.map((ai, i) => Math.abs(ai - b![i % b!.length]!))),
    );
  }
  /** (n, k)·(k, m), (n, k)·(k), (k)·(k, m), (k)·(k). */
  matmul<B extends Vec | Mat>(b: Node<B>): Node<Product<T, B>> {
    const [n, k, m] = [
      this.shape.length === 2 ? this.shape[0]! : 1,
      this.shape.at(-1)!,
      b.shape.length === 2 ? b.shape[1]! : 1,
    ];
    const times = (
      A: Flat,
      B: Flat,
      rows: number,
      inner: number,
      cols: number,
      at: (i: number, t: number) => number,
      bt: (t: number, j: number) => number,
    ) =>
      Array.from({ length: rows * cols }, (_, ij) => {
        let s = 0;
        for (let t = 0; t < inner; t++) s += A[at(Math.floor(ij / cols), t)]! * B[bt(t, ij % cols)]!;
        return s;
      });
    return this.step<Product<T, B>>(
      {
        value: ([A, B]) =>
          times(
            A!,
            B!,
            n,
            k,
            m,
            (i, t) => i * k + t,
            (t, j) => t * m + j,
          ),
        vjp: (g, _y, [A, B]) => [
          times(
            g,
            B!,
            n,
            m,
            k,
            (i, t) => i * m + t,
            (t, j) => j * m + t,
          ),
          times(
            A!,
            g,
            k,
            n,
            m,
            (i, t) => t * k + i,
            (t, j) => t * m + j,
          ),
        ],
      },
      [this, b],
      [...(this.shape.length === 2 ? [n] : []), ...(b.shape.length === 2 ? [m] : [])],
    );
  }
  mean(): Node<number> {
    return this.sum().div(this.data.length);
  }
  transpose(): Node<T> {
    const [r, c] = this.shape as [number, number];
    const flip = (a: Flat, rows: number, cols: number) =>
      Array.from({ length: rows * cols }, (_, i) => a[(i % rows) * cols + Math.floor(i / rows)]!);
    return this.step<T>({ value: ([a]) => flip(a!, r, c), vjp: (g) => [flip(g, c, r)] }, [this], [c, r]);
  }
  sum(): Node<number> {
    const n = this.data.length;
    return this.step<number>(
      { value: ([a]) => [a!.reduce((s, v) => s + v, 0)], vjp: ([g]) => [Array<number>(n).fill(g!)] },
      [this],
      [],
    );
  }
}
export interface ModelOps {
  /** A leaf: input data whose gradient may be asked for. */
  of<T extends Num>(data: T): Node<T>;
}
