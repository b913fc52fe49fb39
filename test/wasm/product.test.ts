/** Products in WebAssembly, against the definition: three nested loops. */
import fc from "fast-check";
import { countMultiplications, grad, inSinglePrecision, mulberry32, Tensor } from "gradbook";
import { afterEach, describe, expect, it, vi } from "vitest";

const rng = mulberry32(11);
const matrix = (...shape: number[]) =>
  new Tensor({
    shape,
    data: Float64Array.from({ length: shape.reduce((a, b) => a * b) }, () => rng() - 0.5),
  });

/** The largest difference of an entry from Σ_t a[i][t] b[t][j]. */
function error(a: Tensor, b: Tensor, y: Tensor): number {
  const [n, k, m] = [a.shape[0]!, a.shape[1]!, b.shape[1]!];
  let largest = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let t = 0; t < k; t++) sum += a.value.data[i * k + t]! * b.value.data[t * m + j]!;
      largest = Math.max(largest, Math.abs(sum - y.value.data[i * m + j]!));
    }
  return largest;
}
const rounding = (k: number) => k * 2 ** -53;

describe("a large product", () => {
  it("is the product, for any sizes and either operand transposed", () => {
    const size = fc.integer({ min: 1, max: 70 });
    fc.assert(
      fc.property(size, size, size, fc.boolean(), fc.boolean(), (n, k, m, aT, bT) => {
        const [a, b] = [matrix(n, k), matrix(k, m)];
        const y = (aT ? a.transpose() : a).matmul(bT ? b.transpose() : b, { a: aT, b: bT });
        expect(error(a, b, y)).toBeLessThanOrEqual(rounding(k));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
  it("is right after a larger and after a smaller one", () => {
    for (const n of [40, 400, 41]) {
      const [a, b] = [matrix(n, n), matrix(n, n)];
      expect(error(a, b, a.matmul(b))).toBeLessThanOrEqual(rounding(n));
    }
  });
  it("of stacks is that of each pair", () => {
    const [a, b] = [matrix(3, 30, 40), matrix(3, 40, 50)];
    const y = a.matmul(b);
    const nth = (x: Tensor, i: number) => x.take([i]).reshape(x.shape.slice(1));
    for (const i of [0, 1, 2])
      expect(error(nth(a, i), nth(b, i), nth(y, i))).toBeLessThanOrEqual(rounding(40));
  });
  it("keeps NaN and infinities to the rows and columns they belong to", () => {
    const [a, b] = [matrix(37, 50), matrix(50, 45)];
    a.value.data[36 * 50 + 3] = Number.NaN;
    b.value.data[7 * 45 + 44] = Number.POSITIVE_INFINITY;
    const { data } = a.matmul(b).value;
    const odd = [...data.keys()].filter((at) => !Number.isFinite(data[at]));
    expect(odd.every((at) => at >= 36 * 45 || at % 45 === 44)).toBe(true);
    expect(odd).toHaveLength(45 + 36);
  });
  it("counts as many multiplications as in JavaScript", () => {
    expect(countMultiplications(() => matrix(40, 50).matmul(matrix(50, 60)))).toBe(40 * 50 * 60);
  });
});

describe("inSinglePrecision", () => {
  const [a, b] = [matrix(50, 60), matrix(60, 70)];
  it("computes large products to about seven digits, and gradients with them", () => {
    const exact = error(a, b, a.matmul(b));
    const single = inSinglePrecision(() => error(a, b, a.matmul(b)));
    expect(single).toBeGreaterThan(1e3 * exact);
    expect(single).toBeLessThan(60 * 2 ** -23);
    const slope = () => grad((x: Tensor) => x.matmul(b).square().sum())(a).value.data;
    const [double, rough] = [slope(), inSinglePrecision(slope)];
    for (const [i, g] of rough.entries()) expect(Math.abs(g - double[i]!)).toBeLessThan(1e-4);
  });
  it("ends with the function, also if that throws", () => {
    expect(() =>
      inSinglePrecision(() => {
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect(error(a, b, a.matmul(b))).toBeLessThanOrEqual(rounding(60));
  });
});

describe("where there is no WebAssembly, or not its vectors", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  it.each([
    ["no WebAssembly", undefined],
    [
      "no vectors",
      {
        Module: class {
          constructor() {
            throw new Error("invalid opcode");
          }
        },
      },
    ],
  ])("products are computed all the same: %s", async (_name, host) => {
    vi.stubGlobal("WebAssembly", host);
    vi.resetModules();
    const library = await import("gradbook");
    const [a, b] = [matrix(50, 60), matrix(60, 70)];
    const y = new library.Tensor(a.value).matmul(new library.Tensor(b.value));
    expect(error(a, b, new Tensor(y.value))).toBeLessThanOrEqual(rounding(60));
  });
});
