/** Value.dot against the same written with products and sums, and the network that is made of it. */
import fc from "fast-check";
import { graph, MLP, mulberry32, Neuron, type Scalar, Value } from "gradbook";
import { describe, expect, it } from "vitest";

/** As micrograd has it: the bias first, then one product after the other. */
const composed = (w: readonly Value[], x: readonly Scalar[], b: Value): Value =>
  w.reduce((sum, wi, i) => sum.add(wi.mul(x[i]!)), b);
const values = (numbers: readonly number[]) => numbers.map((number) => new Value(number));

describe("dot(w, x, b)", () => {
  it("is what products and sums give, in value and in gradients", () => {
    const numbers = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(numbers, numbers, (p, q) => {
        const n = Math.min(p.length, q.length);
        const gradients = (f: typeof composed) => {
          const [w, x, b] = [values(p.slice(0, n)), values(q.slice(0, n)), new Value(0.3)];
          // Computed operands, one number in two places, and an upstream gradient that is not 1.
          const y = f([...w, b], [...x.map((xi) => xi.mul(xi)), w[0]!], b)
            .tanh()
            .mul(-1.7);
          y.backward();
          return [y.data, b.grad, ...w.map((v) => v.grad), ...x.map((v) => v.grad)];
        };
        const [one, many] = [gradients(Value.dot), gradients(composed)];
        for (const [i, number] of one.entries()) expect(number).toBeCloseTo(many[i]!, 12);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
  it("takes the same numbers in any order, several times, and from several pages", () => {
    const picks = fc.array(fc.nat(9), { maxLength: 12 });
    fc.assert(
      fc.property(picks, picks, fc.boolean(), (p, q, swept) => {
        const gradients = (dot: (w: Scalar[], x: Scalar[], b: Value) => Value) => {
          const variables = values([0.3, -0.7, 1.1, 0.9]);
          const squares = variables.map((v) => v.mul(v));
          if (swept) squares[0]!.backward(); // what follows stands on another page
          const pool = [...variables, ...squares, 0.25, -3];
          const n = Math.min(p.length, q.length);
          const [w, x] = [p, q].map((picked) => picked.slice(0, n).map((i) => pool[i]!)) as [
            Scalar[],
            Scalar[],
          ];
          const y = dot(w, x, variables[3]!).tanh();
          y.backward();
          return [y.data, ...variables.map((v) => v.grad)];
        };
        const many = gradients((w, x, b) =>
          w.reduce<Value>((sum, wi, i) => sum.add(new Value(1).mul(wi).mul(x[i]!)), b),
        );
        for (const [i, number] of gradients(Value.dot).entries()) expect(number).toBeCloseTo(many[i]!, 12);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
  it("takes plain numbers, no bias, and no terms", () => {
    const w = values([2, -3]);
    const y = Value.dot(w, [5, 7]);
    y.backward();
    expect([y.data, ...w.map((v) => v.grad)]).toEqual([-11, 5, 7]);
    expect([Value.dot([], []).data, Value.dot([], [], 4).data]).toEqual([0, 4]);
  });
  it("uses numbers of a page that was swept", () => {
    const x = new Value(2);
    const square = x.mul(x);
    square.backward();
    x.grad = 0;
    Value.dot([square, x], [x, square], square).backward(); // 2x³ + x²
    expect(x.grad).toBe(6 * 4 + 2 * 2);
  });
  it("is the same for each row of a matrix: affine(W, x, b)", () => {
    const [W, x, b] = [
      [values([1, 2]), values([3, 4]), values([5, 6])],
      values([0.5, -1]),
      values([1, 1, 2]),
    ];
    const y = Value.affine(W, x, b);
    expect(y.map(({ data }) => data)).toEqual([-0.5, -1.5, -1.5]);
    y.reduce((sum, yi, i) => sum.add(yi.mul(i - 1)), new Value(0)).backward();
    expect(W.map((row) => row.map((w) => w.grad))).toEqual([
      [-0.5, 1],
      [0, 0],
      [0.5, -1],
    ]);
    expect([...x, ...b].map((v) => v.grad)).toEqual([4, 4, -1, 0, 1]);
    expect(Value.affine(W, [1, 1]).map(({ data }) => data)).toEqual([3, 7, 11]);
  });
  it("is longer than any page, and begins where one ends", () => {
    const x = new Value(1);
    const many = Array.from({ length: 300_000 }, () => x);
    Value.dot(many, many, x).backward();
    expect(x.grad).toBe(600_001);
  });
  it("is one number in a drawing, with a slope by every operand", () => {
    const [w, x] = [new Value(2, "w"), new Value(5, "x")];
    const y = Value.dot([w], [x], new Value(1, "b"));
    const nodes = graph(y);
    const { op, data, slopes, parents } = nodes.at(-1)!;
    const labels = parents.map((id) => nodes.find((node) => node.id === id)!.label);
    expect({ op, data, slopes, labels }).toEqual({
      op: "dot",
      data: 11,
      slopes: [1, 5, 2],
      labels: ["b", "w", "x"],
    });
  });
  it("says what is wrong, and leaves nothing behind that the next number would trip over", () => {
    const [a, b] = values([2, 3]);
    expect(() => Value.dot([a!, b!], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dot: w has 2 numbers and x has 1; it takes a weight for each input]`,
    );
    for (const w of [
      [undefined, a],
      [a, null],
      [b, a, "1"],
    ] as never[][])
      expect(() =>
        Value.dot(
          w,
          w.map(() => b!),
        ),
      ).toThrow(/^dot: the operand is (undefined|null|the string "1"); a Value/);
    expect(() => Value.affine([[a!, b!]], [1, 2], [3, 4])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: affine: W has 1 rows and b has 2 numbers; it takes one for each row]`,
    );
    a!.mul(b!).backward();
    expect([a!.grad, b!.grad]).toEqual([3, 2]);
  });
});

describe("MLP", () => {
  it("has micrograd's parameters: 337 for 2-16-16-1, and the same for the same seed", () => {
    const numbers = () => new MLP(2, [16, 16, 1], mulberry32(1)).parameters().map((p) => p.data);
    expect(numbers()).toHaveLength(337);
    expect(numbers()).toEqual(numbers());
  });
  it("is relu in all layers but the last", () => {
    const network = new MLP(2, [3, 2], mulberry32(4));
    const [hidden, last] = network.layers;
    const z = hidden!.neurons.map(({ w, b }) => composed(w, [0.5, -1], b).relu());
    const scores = last!.neurons.map(({ w, b }) => composed(w, z, b).data);
    expect(network.apply([0.5, -1]).map((score) => score.data)).toEqual(scores);
    expect(Math.min(...scores)).toBeLessThan(0);
  });
  it("learns XOR", () => {
    const network = new MLP(2, [8, 1], mulberry32(3));
    const parameters = network.parameters();
    const points = [
      [0, 0, -1],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, -1],
    ] as const;
    const loss = () =>
      points
        .map(([p, q, target]) => network.apply([p, q])[0]!.sub(target).pow(2))
        .reduce((sum, each) => sum.add(each));
    for (let step = 0; step < 300; step++) {
      for (const p of parameters) p.grad = 0;
      loss().backward();
      for (const p of parameters) p.data -= 0.05 * p.grad;
    }
    expect(loss().data).toBeLessThan(0.01);
  });
  it("refuses another number of inputs", () => {
    expect(() => new Neuron(3, mulberry32(1)).apply([1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dot: w has 3 numbers and x has 2; it takes a weight for each input]`,
    );
  });
});
