/** The counters, against the lectures' own counts. */
import {
  countMultiplications,
  crossEntropy,
  linear,
  memoryOf,
  mulberry32,
  relu,
  sequential,
  Tensor,
  type Tree,
  tensor,
  variable,
} from "gradbook";
import { describe, expect, it } from "vitest";
import { full } from "../../src/tensor/ndarray.ts";

const ones = (...shape: number[]) => new Tensor(full(shape, 1));
/** The variables of a layer: its parameters, tracked. */
const tracked = (tree: Tree): Tree =>
  tree instanceof Tensor
    ? new Tensor(tree.value, true)
    : Array.isArray(tree)
      ? tree.map(tracked)
      : Object.fromEntries(Object.entries(tree).map(([name, entry]) => [name, tracked(entry)]));

describe("countMultiplications", () => {
  it.each([
    [10, 16, 784, 200864, 2132480],
    [16, 16, 784, 200960, 3411968],
    [1, 3, 2, 21, 24],
  ])("(1, %i)(%i, k)(k, d·k) costs less from the left", (k2, k1, d, leftToRight, rightToLeft) => {
    const [a, b, c] = [ones(1, k2), ones(k2, k1), ones(k1, d * k1)];
    expect(countMultiplications(() => a.matmul(b).matmul(c))).toBe(leftToRight);
    expect(countMultiplications(() => a.matmul(b.matmul(c)))).toBe(rightToLeft);
  });
  it("counts transposed operands, batches and the backward pass", () => {
    expect(countMultiplications(() => ones(3, 2).matmul(ones(5, 3), { a: true, b: true }))).toBe(2 * 3 * 5);
    expect(countMultiplications(() => ones(7, 2, 3).matmul(ones(3, 4)))).toBe(7 * 2 * 3 * 4);
    const [x, W] = [ones(4, 3), variable([[1, 2, 3]])]; // the weights' gradient costs as much as the product
    expect(countMultiplications(() => x.matmul(W, { b: true }).sum().backward())).toBe(2 * 4 * 3);
  });
  it("nests, and counts nothing else", () => {
    let inner = 0;
    const outer = countMultiplications(() => {
      inner = countMultiplications(() => ones(2, 2).matmul(ones(2, 2)));
      return ones(2, 2).mul(ones(2, 2));
    });
    expect([inner, outer]).toEqual([8, 8]);
  });
});

describe("memoryOf", () => {
  const widths = [784, 16, 16, 10];
  const logitsOf = (batch: number, hidden = 2) => {
    const sizes = [784, ...Array<number>(hidden).fill(16), 10];
    const layers = sizes.slice(1).flatMap((n, i) => {
      const layer = linear(sizes[i]!, n);
      return i < hidden ? [layer, relu] : [layer];
    });
    const net = sequential(...layers);
    return net.apply(tracked(net.init(mulberry32(1))) as readonly Tree[], ones(batch, 784));
  };
  it("784-16-16-10 has 13,002 parameters and keeps input, x Wᵀ, z and h of each layer", () => {
    const [input, ...layers] = widths as [number, number, number, number];
    const [first, second, output] = layers as [number, number, number];
    expect(memoryOf(logitsOf(1))).toEqual({
      variables: 13002,
      stored: input + 3 * first + 3 * second + 2 * output,
    });
  });
  it("grows with the batch and with the depth in a straight line; parameters do not grow with the batch", () => {
    expect(memoryOf(logitsOf(8)).variables).toBe(13002);
    expect(memoryOf(logitsOf(8)).stored).toBe(8 * memoryOf(logitsOf(1)).stored);
    const stored = [1, 2, 4, 8].map((hidden) => memoryOf(logitsOf(1, hidden)).stored);
    expect(stored.map((n) => n - stored[0]!)).toEqual([0, 48, 3 * 48, 7 * 48]);
  });
  it("counts a reshaped array once, and nothing of what no gradient reaches", () => {
    const x = variable([1, 2, 3, 4]);
    expect(memoryOf(x.exp().reshape([2, 2]).reshape([4]))).toEqual({ variables: 4, stored: 4 });
    expect(memoryOf(crossEntropy(tensor([[1, 2]]), [0]))).toEqual({ variables: 0, stored: 0 });
  });
});
