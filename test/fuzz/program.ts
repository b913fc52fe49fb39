/** @file Random programs on Values and on Tensors: data that fast-check can shrink and that prints as a test. */
import fc from "fast-check";
import { Tensor, Value } from "gradbook";

/** One step: an operation on earlier slots; its result is the next slot. */
interface Step {
  readonly op: string;
  readonly a: number;
  readonly b: number;
}
export interface Program {
  readonly inputs: readonly number[];
  readonly steps: readonly Step[];
}

type Ops<T> = Readonly<Record<string, (a: T, b: T) => T>>;
/** Where an operation wants positive numbers, it gets |x| + 0.3. */
const positive = <T extends { abs(): T; add(b: number): T }>(x: T): T => x.abs().add(0.3);

export const scalarOps: Ops<Value> = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(positive(b)),
  pow: (a, b) => positive(a).pow(b.tanh()),
  max: (a, b) => a.max(b),
  neg: (a) => a.neg(),
  exp: (a) => a.tanh().exp(),
  log: (a) => positive(a).log(),
  log10: (a) => positive(a).log10(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  tanh: (a) => a.tanh(),
  sigmoid: (a) => a.sigmoid(),
  relu: (a) => a.relu(),
  leakyRelu: (a) => a.leakyRelu(0.1),
  abs: (a) => a.abs(),
  dot: (a, b) => Value.dot([a, b, a], [b, a.sin(), 0.7], b),
};

/** Slots are (2, 3); what an operation gives in another shape is broadcast back. */
const spread = (x: Tensor): Tensor => x.add(new Tensor({ shape: [2, 3], data: new Float64Array(6) }));
export const tensorOps: Ops<Tensor> = {
  add: (a, b) => a.add(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(positive(b)),
  pow: (a, b) => positive(a).pow(b.tanh()),
  maximum: (a, b) => a.maximum(b),
  minimum: (a, b) => a.minimum(b),
  exp: (a) => a.tanh().exp(),
  log: (a) => positive(a).log(),
  sqrt: (a) => positive(a).sqrt(),
  sin: (a) => a.sin(),
  tanh: (a) => a.tanh(),
  sigmoid: (a) => a.sigmoid(),
  softplus: (a) => a.softplus(),
  relu: (a) => a.relu(),
  abs: (a) => a.abs(),
  rowBroadcast: (a, b) => a.mul(b.mean(0)),
  columnBroadcast: (a, b) => a.sub(b.sum(1, true)),
  max: (a) => spread(a.max(1, true)),
  cumsum: (a) => a.cumsum(1),
  logSoftmax: (a) => a.logSoftmax(),
  unbroadcast: (a, b) => a.mul(b.unbroadcast([3]).expand([2, 3])),
  scatter: (a, b) => a.add(b.scatter([1, 1], 2)),
  take: (a, b) => a.take([1, 0]).add(b.take([2, 0, 2], 1)),
  matmul: (a, b) => a.matmul(b, { b: true }).matmul(a).tanh(),
  transpose: (a, b) => a.transpose().reshape([2, 3]).mul(b),
};

/** Programs of up to 12 steps; the result is the sum of all slots, so that no step is dead. Inputs are
 * never 0 and never equal, where max and |x| have no slope to agree on. */
export const programs = (ops: Readonly<Record<string, unknown>>, numbers: number): fc.Arbitrary<Program> =>
  fc.record({
    inputs: fc
      .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: numbers, maxLength: numbers })
      .map((inputs) => inputs.map((x, i) => x + 0.0137 * (i + 1))),
    steps: fc.array(fc.record({ op: fc.constantFrom(...Object.keys(ops)), a: fc.nat(20), b: fc.nat(20) }), {
      minLength: 1,
      maxLength: 12,
    }),
  });

interface Squashable<T> {
  tanh(): T;
  add(b: T): T;
}
/** Every slot is kept small, so that no program explodes. */
export function run<T extends Squashable<T>>(ops: Ops<T>, { steps }: Program, inputs: readonly T[]): T {
  const slots = [...inputs];
  const slot = (i: number) => slots[i % slots.length]!;
  for (const { op, a, b } of steps) {
    const y = ops[op]!(slot(a), slot(b));
    slots.push(y.tanh().add(slot(a)));
  }
  return slots.slice(inputs.length).reduce((sum, y) => sum.add(y));
}
