/** @file A linear layer as a block: the shapes that a reader finds on its arrows. */
import { layerBlock } from "gradbook/plot";
import { expect, it } from "vitest";

it("layerBlock(inputs, outputs) says the shape of everything that goes in and out, both ways", () => {
  const svg = layerBlock(5, 3);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual([
    "y = Wx + b",
    "x  (5)",
    "y  (3)",
    "g_out  (3)",
    "g_in = Wᵀ g_out  (5)",
    "W (3 × 5), b (3)",
    "∇W = g_out xᵀ (3 × 5), ∇b = g_out (3)",
  ]);
  expect(layerBlock(5, 3)).toBe(svg);
});
