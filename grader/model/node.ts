/** @file What a spec's model computes with: calling an op records a node on a tape. */
import type { Mat, Vec } from "../../src/types.ts";
import { float64 } from "./field.ts";
import { flatten, type Shape, shapeOf } from "./nest.ts";
import type { elementwiseOps } from "./ops/elementwise.ts";
import type { Op } from "./ops/op.ts";
import { type OpName, ops } from "./ops.ts";
import type { Num, Product, Reduced, Widened, Wider } from "./rank.ts";

// biome-ignore lint/suspicious/noExplicitAny: a node of any rank
export type Any = Node<any>;
export type Named = Any | readonly Named[];
/** The quantities of an exercise, by the names that students and sentences use. */
export type Model = Readonly<Record<string, Named>>;
/** Plain numbers in the form of the quantity: Node<Mat>[] becomes Mat[]. */
export type Valued<N> = N extends Node<infer T> ? T : N extends readonly (infer M)[] ? Valued<M>[] : never;

export interface ModelOps {
  /** A leaf: data whose gradient may be asked for. */
  of<T extends Num>(data: T): Node<Widened<T>>;
  /** n numbers to a vector (n), n vectors (k) to a matrix (n, k). */
  stack<T extends number | Vec>(rows: readonly Node<T>[]): Node<T extends Vec ? Mat : Vec>;
  /** Vectors one behind the other, or matrices one below the other. */
  concat<T extends Vec | Mat>(pieces: readonly Node<T>[]): Node<T>;
}

/** An op as it was called. */
export interface Step {
  readonly op: Op<unknown>;
  readonly args: readonly Any[];
  readonly at: unknown;
}

/** A quantity of rank 0, 1 or 2. Each method records one op of the table and returns its result. */
export class Node<T extends Num = number> {
  declare readonly form: T;
  readonly tape: Any[];
  /** Its place on the tape: arguments stand before results. */
  readonly id: number;
  readonly shape: Shape;
  readonly data: readonly number[];
  /** None for a leaf. */
  readonly step: Step | undefined;

  constructor(tape: Any[], shape: Shape, data: readonly number[], step?: Step) {
    this.tape = tape;
    this.id = tape.push(this) - 1;
    this.shape = shape;
    this.data = data;
    this.step = step;
  }

  /** Elementwise, by name; `at` is the slope of leakyRelu (default 0.01) or the exponent of pow. */
  act(name: keyof typeof elementwiseOps, at = name === "leakyRelu" ? 0.01 : undefined): Node<T> {
    return apply(name, [this], at);
  }
  neg() {
    return this.act("neg");
  }
  exp() {
    return this.act("exp");
  }
  log() {
    return this.act("log");
  }
  log10() {
    return this.act("log10");
  }
  sin() {
    return this.act("sin");
  }
  cos() {
    return this.act("cos");
  }
  tanh() {
    return this.act("tanh");
  }
  sigmoid() {
    return this.act("sigmoid");
  }
  /** ln(1 + eˣ): a cross-entropy on logits z and labels y is softplus(z) − y z. */
  softplus() {
    return this.act("softplus");
  }
  relu() {
    return this.act("relu");
  }
  leakyRelu(alpha?: number) {
    return this.act("leakyRelu", alpha);
  }
  abs() {
    return this.act("abs");
  }
  square() {
    return this.act("square");
  }
  sqrt() {
    return this.act("sqrt");
  }
  pow(n: number) {
    return this.act("pow", n);
  }

  // With a number, a node of the same shape, or one that is repeated: a scalar, or a vector over rows.
  add<B extends Num = number>(o: Node<B> | number): Node<Wider<T, B>> {
    return apply("add", [this, o]);
  }
  sub<B extends Num = number>(o: Node<B> | number): Node<Wider<T, B>> {
    return apply("sub", [this, o]);
  }
  mul<B extends Num = number>(o: Node<B> | number): Node<Wider<T, B>> {
    return apply("mul", [this, o]);
  }
  div<B extends Num = number>(o: Node<B> | number): Node<Wider<T, B>> {
    return apply("div", [this, o]);
  }
  /** A tie goes to this one. */
  max<B extends Num = number>(o: Node<B> | number): Node<Wider<T, B>> {
    return apply("max", [this, o]);
  }
  /** A tie goes to this one. */
  min<B extends Num = number>(o: Node<B> | number): Node<Wider<T, B>> {
    return apply("min", [this, o]);
  }
  clamp(low: number, high: number): Node<T> {
    return this.max(low).min(high) as Node<T>;
  }

  /** (n, k)·(k, m), (n, k)·(k), (k)·(k, m), (k)·(k). */
  matmul<B extends Vec | Mat>(b: Node<B>): Node<Product<T, B>> {
    return apply("matmul", [this, b]);
  }
  transpose(): Node<T> {
    return apply("transpose", [this]);
  }
  /** Row-major. */
  flat(): Node<Vec> {
    return apply("reshape", [this], [this.data.length]);
  }
  reshape(rows: number, columns: number): Node<Mat> {
    return apply("reshape", [this], [rows, columns]);
  }
  /** Row i of a matrix, entry i of a vector. */
  at(i: number): Node<Reduced<T>> {
    return apply("entry", [this], i);
  }

  /** Of everything, or along one axis. */
  sum(): Node<number>;
  sum(axis: 0 | 1): Node<Reduced<T>>;
  sum(axis?: 0 | 1): Any {
    return apply("sum", [this], axis);
  }
  mean(): Node<number>;
  mean(axis: 0 | 1): Node<Reduced<T>>;
  mean(axis?: 0 | 1): Any {
    const sum: Any = apply("sum", [this], axis);
    return sum.div(this.data.length / sum.data.length);
  }
  prod(): Node<number> {
    return apply("prod", [this]);
  }
  /** The 2-norm of all entries. */
  norm(): Node<number> {
    return apply("norm", [this]);
  }
  // Along the last axis:
  cumsum(): Node<T> {
    return apply("cumsum", [this]);
  }
  logsumexp(): Node<Reduced<T>> {
    return apply("logsumexp", [this]);
  }
  softmax(): Node<T> {
    return apply("softmax", [this]);
  }
  logSoftmax(): Node<T> {
    return apply("logSoftmax", [this]);
  }
}

/** Records one op on the tape of its first argument. */
function apply(name: OpName, args: readonly [Any, ...(Any | number)[]], at?: unknown): Any {
  const { tape } = args[0];
  const nodes = args.map((a) => (typeof a === "number" ? new Node(tape, [], [a]) : a));
  const op = ops[name] as Op<unknown>;
  const shape = op.shape(
    nodes.map((node) => node.shape),
    at,
  );
  return new Node(tape, shape, op.forward(float64, nodes, at), { op, args: nodes, at });
}

/** A model and the tape it was recorded on. */
export interface Recorded<M extends Model = Model> {
  readonly model: M;
  readonly tape: readonly Any[];
}

/** Runs a model once, on a tape of its own. */
export function record<M extends Model>(build: (ops: ModelOps) => M): Recorded<M> {
  const tape: Any[] = [];
  const concat = (pieces: readonly Any[]): Any => apply("concat", pieces as [Any, ...Any[]]);
  const model = build({
    of: (data) => new Node(tape, shapeOf(data), flatten(data)),
    stack: (rows) => concat(rows.map((row) => apply("reshape", [row], [1, ...row.shape]))),
    concat,
  });
  return { model, tape };
}
