/** @file Tensor: an array of numbers that remembers how it was computed. */
import { refuse } from "../errors.ts";
import { backward } from "./backward.ts";
import { type Elementwise, elementwise } from "./elementwise.ts";
import type { Transposed } from "./matmul.ts";
import { full, type NdArray, type Nested, ndarray, nested } from "./ndarray.ts";
import { elementwiseRule, type Rule, rules } from "./rules.ts";
import { axisOf, type Shape, sizeOf } from "./shape.ts";

let created = 0;

export interface Tensor extends Elementwise {}
/**
 * A node of the graph: plain numbers with a shape, and, if gradients are wanted of anything it was made from, the rule
 * and the operands. The numbers of a tensor never change; a new value is a new tensor. Shapes that do not fit throw a
 * ShapeError.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the methods are made from the table, below the class
export class Tensor {
  readonly value: NdArray;
  /** Creation order is an order in which every operand comes before its results. */
  readonly id = created++;
  /** Whether gradients flow here: true for a {@link variable} and for everything computed from one. */
  readonly tracked: boolean;
  readonly rule: Rule | undefined;
  readonly parents: readonly Tensor[];
  /** ∂L/∂this after L.backward(), in this tensor's shape; only variables keep theirs. */
  grad: NdArray | undefined = undefined;
  /** Its name in drawings. */
  label: string | undefined = undefined;

  constructor(value: NdArray, tracked = false, rule?: Rule, parents: readonly Tensor[] = []) {
    this.value = value;
    this.tracked = tracked;
    this.rule = rule;
    this.parents = parents;
  }

  get shape(): Shape {
    return this.value.shape;
  }
  /** Names this tensor in drawings. */
  named(label: string): this {
    this.label = label;
    return this;
  }
  /** The number of a tensor that holds just one. */
  item(): number {
    if (this.value.data.length !== 1)
      throw new TypeError(`item: there are ${this.value.data.length} numbers, not one`);
    return this.value.data[0]!;
  }
  /** Nested lists of numbers. */
  toList(): Nested {
    return nested(this.value);
  }

  /** x where x ≥ 0, else αx.  Slope 1 or α */
  leakyRelu(alpha = 0.01): Tensor {
    return apply(rules.leakyRelu(alpha), this);
  }

  /** The matrix product (…, n, k)·(…, k, m); a vector counts as a row on the left, as a column on the right. */
  matmul(b: Tensor, transposed: Transposed = {}): Tensor {
    if (!(b instanceof Tensor)) refuse("matmul: the operand", b, "a tensor");
    const [left, right] = [this.shape.length === 1, b.shape.length === 1];
    if (!left && !right) return apply(rules.matmul(transposed), this, b);
    const y = apply(
      rules.matmul(transposed),
      left ? this.reshape([1, -1]) : this,
      right ? b.reshape([-1, 1]) : b,
    );
    return y.reshape(y.shape.toSpliced(left ? -2 : -1, left && right ? 2 : 1));
  }
  /** The last two axes exchanged. */
  transpose(): Tensor {
    return apply(rules.transpose, this);
  }
  /** The same entries, row-major, in another shape; one size may be −1, "what is left". */
  reshape(shape: Shape): Tensor {
    const rest = this.value.data.length / -sizeOf(shape);
    // Sizes that were computed may be kept as floating-point numbers until told to be integers; loops over them are slow.
    return apply(rules.reshape(shape.map((n) => (n === -1 ? rest : n) | 0)), this);
  }
  /** Repeated along the axes that `shape` has and this lacks or has with size 1. */
  expand(shape: Shape): Tensor {
    return apply(rules.expand(shape), this);
  }
  /** The inverse of expand for gradients: the sum over the axes along which `shape` is stretched. */
  unbroadcast(shape: Shape): Tensor {
    return apply(rules.sum(shape), this);
  }
  /** The sum over one axis, or over all of them. With keepdim the axis stays, with size 1. */
  sum(axis?: number, keepdim = false): Tensor {
    if (axis === undefined) return this.unbroadcast(keepdim ? this.shape.map(() => 1) : []);
    const at = axisOf("sum", this.shape, axis);
    const y = this.unbroadcast(this.shape.with(at, 1));
    return keepdim ? y : y.reshape(this.shape.toSpliced(at, 1));
  }
  /** The largest entry along one axis, or of all; gradients go to the first of equals. */
  max(axis?: number, keepdim = false): Tensor {
    if (axis === undefined)
      return this.reshape([-1])
        .max(0)
        .reshape(keepdim ? this.shape.map(() => 1) : []);
    const at = axisOf("max", this.shape, axis);
    const y = apply(rules.max(at - this.shape.length), this);
    return keepdim ? y : y.reshape(this.shape.toSpliced(at, 1));
  }
  /** The mean along one axis, or of all entries. */
  mean(axis?: number, keepdim = false): Tensor {
    const sum = this.sum(axis, keepdim);
    return sum.mul(sum.value.data.length / this.value.data.length);
  }
  /** x − ln Σ exp(x) along one axis: the logarithms of softmax, finite for entries of any size. */
  logSoftmax(axis = -1): Tensor {
    return apply(rules.logSoftmax(fromEnd("logSoftmax", this.shape, axis)), this);
  }
  /** The running sum along one axis, from the left or from the right; the shape stays. */
  cumsum(axis: number, fromRight = false): Tensor {
    return apply(rules.cumsum(fromEnd("cumsum", this.shape, axis), fromRight), this);
  }
  /** The entries with these indices along one axis (default 0, the rows); an index may come more than once. */
  take(index: readonly number[], axis = 0): Tensor {
    return apply(rules.take(index, fromEnd("take", this.shape, axis)), this);
  }
  /** The transpose of take: entry i is added to place index[i] of an axis with `size` places. */
  scatter(index: readonly number[], size: number, axis = 0): Tensor {
    return apply(rules.scatter(index, size, fromEnd("scatter", this.shape, axis)), this);
  }
  /** A tensor beside this one that no gradient reaches: masks and the like. */
  constant(value: NdArray): Tensor {
    return new Tensor(value);
  }

  /**
   * Adds ∂this/∂v to v.grad for every variable v that this was computed from. Calling it again adds the same again, as
   * in PyTorch; nothing in between is kept, so a shared graph may be swept as often as you like.
   *
   * @throws {TypeError} if this is not a single number
   */
  backward(): void {
    if (this.value.data.length !== 1)
      throw new TypeError(
        "backward: gradients are of a scalar. Look at: sum() or mean(), or vjp with a cotangent.",
      );
    backward(this, new Tensor(full(this.shape, 1)));
  }
}

for (const [name, operation] of Object.entries(elementwise)) {
  const rule = elementwiseRule(name, operation);
  const isUnary = rule.vjp.length === 1;
  Object.assign(Tensor.prototype, {
    [name](this: Tensor, b: Operand) {
      return isUnary ? apply(rule, this) : apply(rule, this, operand(name, b));
    },
  });
}

export type Operand = Tensor | number;

/** A constant: no gradient reaches it. */
export const tensor = (value: Nested): Tensor => new Tensor(ndarray(value));
/** A parameter or an input whose gradient is wanted. */
export const variable = (value: Nested): Tensor => new Tensor(ndarray(value), true);

function operand(operation: string, b: Operand): Tensor {
  if (b instanceof Tensor) return b;
  if (typeof b !== "number") refuse(`${operation}: the operand`, b, "a tensor or a number");
  return new Tensor(full([], b));
}

const fromEnd = (operation: string, shape: Shape, axis: number) =>
  axisOf(operation, shape, axis) - shape.length;

function apply(rule: Rule, ...xs: Tensor[]): Tensor {
  const value = rule.forward(...xs.map((x) => x.value));
  return xs.some((x) => x.tracked) ? new Tensor(value, true, rule, xs) : new Tensor(value);
}
