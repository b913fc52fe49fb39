/** @file A bracketing as a picture: the price and the shape of every product. */
import { type Bracketing, bracketTree } from "gradbook/plot";
import { describe, expect, it } from "vitest";

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const shapes = { A: [1, 2], B: [2, 3], C: [3, 4] } as const;

describe("bracketTree", () => {
  it.each<[string, Bracketing, string[], number]>([
    ["(A B) C", [["A", "B"], "C"], ["1·2·3 = 6", "1·3·4 = 12"], 18],
    ["A (B C)", ["A", ["B", "C"]], ["2·3·4 = 24", "1·2·4 = 8"], 32],
  ])("%s: prices each product and adds them up", (_name, tree, prices, total) => {
    const { svg, cost } = bracketTree(tree, shapes);
    expect(textsIn(svg).filter((text) => text?.includes("="))).toEqual(prices);
    expect(cost).toBe(total);
  });
  it("draws a single matrix, which costs nothing", () => {
    const { svg, cost } = bracketTree("A", shapes);
    expect(textsIn(svg)).toEqual(["A", "1×2"]);
    expect(cost).toBe(0);
  });
  it("says which shapes do not fit together, and which matrix has none", () => {
    expect(() => bracketTree(["A", "C"], shapes)).toThrow("bracketTree: 1×2 and 3×4 do not fit together");
    expect(() => bracketTree("D", shapes)).toThrow("bracketTree: no shape is given for D");
  });
});
