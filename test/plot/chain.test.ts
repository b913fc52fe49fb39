/** @file A chain of stages as a picture: what a reader finds in it. */
import { chainPicture } from "gradbook/plot";
import { describe, expect, it } from "vitest";

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const tipsIn = (svg: string) => [...svg.matchAll(/<path d="M([\d.]+)/g)].map(([, x]) => Number(x));

describe("chainPicture", () => {
  const stages = [
    { label: "x", above: "(1, 2)", below: "(6 < 7)" },
    { label: "L", above: "3" },
  ];
  it("names the stages, their numbers and the arrows; what is not known leaves no mark", () => {
    expect(textsIn(chainPicture(stages, ["J"]))).toEqual(["(1, 2)", "x", "(6 &lt; 7)", "3", "L", "J"]);
  });
  it("points its arrows with the computation, or back", () => {
    const [forward = 0] = tipsIn(chainPicture(stages, ["J"]));
    const [reverse = 0] = tipsIn(chainPicture(stages, ["J"], "reverse"));
    expect(reverse).toBeLessThan(forward);
  });
  it("draws a single stage without an arrow", () => {
    expect(tipsIn(chainPicture([{ label: "x" }], []))).toEqual([]);
  });
});
