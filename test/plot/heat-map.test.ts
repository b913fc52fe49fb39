/** @file A matrix as a picture: what a reader finds in it. */
import { heatMap } from "gradbook/plot";
import { describe, expect, it } from "vitest";

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const fillsIn = (svg: string) =>
  [...svg.matchAll(/<rect[^>]* fill="(rgb\([^"]*\))"/g)].map(([, fill]) => fill);

describe("heatMap", () => {
  const svg = heatMap([[0.5, -1, 0.123456]], { rows: ["y"], columns: ["a", "b", "c"] });
  it("names rows and columns and writes every number", () => {
    expect(textsIn(svg).sort()).toEqual(["0.123", "0.5", "a", "b", "c", "y", "−1"].sort());
  });
  it("writes as many digits as are asked for, without trailing zeros", () => {
    expect(textsIn(heatMap([[0.25, 1 / 3]], { digits: 5 }))).toEqual(
      expect.arrayContaining(["0.25", "0.33333"]),
    );
  });
  it("colours by sign and size, and leaves zeros white", () => {
    const [zero, small, large, negative] = fillsIn(heatMap([[0, 0.5, 1, -1]]));
    expect(zero).toBe("rgb(255, 255, 255)");
    expect(new Set([zero, small, large, negative]).size).toBe(4);
  });
  it("draws a matrix of zeros, and the same matrix the same way", () => {
    expect(fillsIn(heatMap([[0], [0]]))).toEqual(["rgb(255, 255, 255)", "rgb(255, 255, 255)"]);
    expect(heatMap([[1, 2]])).toBe(heatMap([[1, 2]]));
  });
});
