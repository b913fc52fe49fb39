/** Every rule of the table, against differences, with a cotangent that is not all ones, in both modes, to order 2. */
import { describe, expect, it } from "vitest";
import { mulberry32 } from "../../src/data/random.ts";
import type { Elementwise } from "../../src/tensor/elementwise.ts";
import type { rules } from "../../src/tensor/rules.ts";
import { sizeOf } from "../../src/tensor/shape.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { grad, jvp, vjp } from "../../src/transforms/grad.ts";

type Shape = readonly number[];
interface Sample {
  readonly shapes: readonly Shape[];
  readonly of: (...xs: Tensor[]) => Tensor;
  /** Where the entries are drawn; away from kinks and poles. */
  readonly from?: readonly [low: number, high: number];
}
const samples: Readonly<Record<keyof Elementwise | keyof typeof rules, readonly Sample[]>> = {
  add: [
    { shapes: [[2, 3], [3]], of: (a, b) => a!.add(b!) },
    {
      shapes: [
        [2, 1],
        [4, 2, 3],
      ],
      of: (a, b) => a!.add(b!),
    },
  ],
  sub: [{ shapes: [[3], [2, 3]], of: (a, b) => a!.sub(b!) }],
  mul: [
    { shapes: [[2, 3], []], of: (a, b) => a!.mul(b!) },
    {
      shapes: [
        [2, 1],
        [1, 3],
      ],
      of: (a, b) => a!.mul(b!),
    },
  ],
  div: [
    {
      shapes: [
        [2, 3],
        [2, 1],
      ],
      of: (a, b) => a!.div(b!),
      from: [0.5, 2],
    },
  ],
  pow: [{ shapes: [[2, 3], [3]], of: (a, b) => a!.pow(b!), from: [0.5, 2] }],
  maximum: [{ shapes: [[2, 3], [3]], of: (a, b) => a!.maximum(b!) }],
  minimum: [
    {
      shapes: [
        [2, 3],
        [2, 3],
      ],
      of: (a, b) => a!.minimum(b!),
    },
  ],
  neg: [{ shapes: [[2, 3]], of: (x) => x!.neg() }],
  exp: [{ shapes: [[2, 3]], of: (x) => x!.exp() }],
  log: [{ shapes: [[2, 3]], of: (x) => x!.log(), from: [0.2, 3] }],
  log10: [{ shapes: [[2, 3]], of: (x) => x!.log10(), from: [0.2, 3] }],
  sqrt: [{ shapes: [[2, 3]], of: (x) => x!.sqrt(), from: [0.2, 3] }],
  square: [{ shapes: [[2, 3]], of: (x) => x!.square() }],
  sin: [{ shapes: [[2, 3]], of: (x) => x!.sin() }],
  cos: [{ shapes: [[2, 3]], of: (x) => x!.cos() }],
  tanh: [{ shapes: [[2, 3]], of: (x) => x!.tanh() }],
  sigmoid: [{ shapes: [[2, 3]], of: (x) => x!.sigmoid() }],
  softplus: [{ shapes: [[2, 3]], of: (x) => x!.softplus() }],
  relu: [{ shapes: [[2, 3]], of: (x) => x!.relu() }],
  abs: [{ shapes: [[2, 3]], of: (x) => x!.abs() }],
  leakyRelu: [{ shapes: [[2, 3]], of: (x) => x!.leakyRelu(0.1) }],
  matmul: [
    {
      shapes: [
        [2, 3],
        [3, 4],
      ],
      of: (a, b) => a!.matmul(b!),
    },
    {
      shapes: [
        [3, 2],
        [4, 3],
      ],
      of: (a, b) => a!.matmul(b!, { a: true, b: true }),
    },
    {
      shapes: [
        [3, 2],
        [3, 5],
      ],
      of: (a, b) => a!.matmul(b!, { a: true }),
    },
    { shapes: [[2, 3], [3]], of: (a, b) => a!.matmul(b!) },
    { shapes: [[3], [3]], of: (a, b) => a!.matmul(b!) },
    {
      shapes: [
        [5, 2, 3],
        [3, 4],
      ],
      of: (a, b) => a!.matmul(b!),
    },
    {
      shapes: [
        [9, 6],
        [6, 5],
      ],
      of: (a, b) => a!.matmul(b!),
    },
  ],
  transpose: [{ shapes: [[2, 3]], of: (x) => x!.transpose() }],
  reshape: [{ shapes: [[2, 3]], of: (x) => x!.reshape([3, -1]) }],
  expand: [
    { shapes: [[3]], of: (x) => x!.expand([2, 3]) },
    { shapes: [[2, 1]], of: (x) => x!.expand([4, 2, 3]) },
  ],
  sum: [
    { shapes: [[2, 3]], of: (x) => x!.sum() },
    { shapes: [[2, 3, 4]], of: (x) => x!.sum(1) },
    { shapes: [[2, 3]], of: (x) => x!.mean(0, true) },
    { shapes: [[4, 2, 3]], of: (x) => x!.unbroadcast([2, 1]) },
  ],
  max: [
    { shapes: [[2, 3]], of: (x) => x!.max(1) },
    { shapes: [[2, 3]], of: (x) => x!.max() },
  ],
  cumsum: [
    { shapes: [[2, 3]], of: (x) => x!.cumsum(1) },
    { shapes: [[2, 3]], of: (x) => x!.cumsum(0, true) },
  ],
  logSoftmax: [
    { shapes: [[2, 3]], of: (x) => x!.logSoftmax() },
    { shapes: [[2, 3]], of: (x) => x!.logSoftmax(0) },
  ],
  take: [
    { shapes: [[4, 2]], of: (x) => x!.take([2, 0, 2]) },
    { shapes: [[2, 4]], of: (x) => x!.take([3, 1], 1) },
  ],
  scatter: [{ shapes: [[3, 2]], of: (x) => x!.scatter([1, 0, 1], 4) }],
};

const draw = (rng: () => number, shape: Shape, [low, high]: readonly [number, number] = [-2, 2]) =>
  new Tensor({
    shape,
    data: Float64Array.from({ length: sizeOf(shape) }, () => low + (high - low) * rng()),
  });
const inner = (a: Tensor, b: Tensor) => a.mul(b).sum();
const along = (x: Tensor, v: Tensor, t: number) =>
  new Tensor({ shape: x.shape, data: x.value.data.map((xi, i) => xi + t * v.value.data[i]!) });
/** d/dt f(t) at 0 by differences of fourth order. */
const slope = (f: (t: number) => number, h = 1e-3) =>
  (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);

const cases = Object.entries(samples).flatMap(([name, list]) =>
  list.map((sample, i) => ({
    name: i === 0 ? name : `${name}, ${JSON.stringify(sample.shapes)}`,
    ...sample,
  })),
);

describe.each(cases)("$name", ({ shapes, of, from }) => {
  const rng = mulberry32(7);
  const xs = shapes.map((shape) => draw(rng, shape, from));
  const vs = shapes.map((shape) => draw(rng, shape));
  const u = draw(rng, of(...xs).shape);
  const move = (t: number) => of(...xs.map((x, i) => along(x, vs[i]!, t)));
  const directional = slope((t) => inner(u, move(t)).item());

  it("pulls a cotangent back as differences do", () => {
    const { pull } = vjp((inputs: Tensor[]) => of(...inputs), xs);
    const owed = pull(u);
    for (const [i, x] of xs.entries()) expect(owed[i]!.shape).toEqual(x.shape);
    const sum = owed.reduce((total, g, i) => total + inner(g, vs[i]!).item(), 0);
    expect(sum).toBeCloseTo(directional, 7);
  });
  it("pushes a tangent forward to the same number", () => {
    const { tangent } = jvp((inputs: Tensor[]) => of(...inputs), xs, vs);
    expect(inner(u, tangent).item()).toBeCloseTo(directional, 7);
  });
  it("has a second derivative that agrees with differences of the first", () => {
    const first = (t: number) => {
      const at = xs.map((x, i) => along(x, vs[i]!, t));
      const g = grad((inputs: Tensor[]) => inner(u, of(...inputs).square()))(at);
      return g.reduce((total, gi, i) => total + inner(gi, vs[i]!).item(), 0);
    };
    const second = grad((inputs: Tensor[]) => {
      const g = grad((again: Tensor[]) => inner(u, of(...again).square()))(inputs);
      return g.map((gi, i) => inner(gi, vs[i]!)).reduce((a, b) => a.add(b));
    })(xs).reduce((total, gi, i) => total + inner(gi, vs[i]!).item(), 0);
    expect(second).toBeCloseTo(slope(first), 5);
  });
  it("pulls a batch of cotangents back as one by one", () => {
    const { pull } = vjp((inputs: Tensor[]) => of(...inputs), xs);
    const batch = draw(rng, [5, ...u.shape]);
    const together = pull(batch);
    for (let k = 0; k < 5; k++) {
      const alone = pull(batch.take([k]).reshape(u.shape));
      for (const [i, x] of xs.entries())
        for (const [j, g] of together[i]!.take([k]).reshape(x.shape).value.data.entries())
          expect(g).toBeCloseTo(alone[i]!.value.data[j]!, 12);
    }
  });
});
