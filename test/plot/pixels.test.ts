/** @file An image of numbers: what a reader sees. */
import { colours, pixels } from "gradbook/plot";
import { describe, expect, it } from "vitest";

const squaresIn = (svg: string) =>
  [...svg.matchAll(/<rect x="(\d+)" y="(\d+)"[^>]* fill="(#\w+)" fill-opacity="([\d.]+)"/g)].map(
    ([, x, y, fill, opacity]) => ({ x: Number(x), y: Number(y), fill, opacity: Number(opacity) }),
  );

describe("pixels", () => {
  it("draws row by row, as many in a row as it is told", () => {
    const places = squaresIn(pixels([0, 0, 0, 0], { columns: 2, size: 10 })).map(({ x, y }) => [x, y]);
    expect(places).toEqual([
      [1, 1],
      [11, 1],
      [1, 11],
      [11, 11],
    ]);
  });
  it("draws ink from white to black, and nothing below 0 or beyond 1", () => {
    expect(squaresIn(pixels([0, 0.5, 1, 2, -1])).map(({ opacity }) => opacity)).toEqual([0, 0.5, 1, 1, 0]);
  });
  it("draws signs in two colours, as strong as the largest number", () => {
    expect(squaresIn(pixels([4, -2, 0], { scale: "signed" }))).toMatchObject([
      { fill: colours.blue, opacity: 1 },
      { fill: colours.vermilion, opacity: 0.5 },
      { opacity: 0 },
    ]);
  });
  it("shares a strength between images", () => {
    expect(squaresIn(pixels([2], { scale: "signed", most: 4 }))).toMatchObject([{ opacity: 0.5 }]);
  });
  it("draws zeros white", () => {
    expect(squaresIn(pixels([0], { scale: "signed" }))).toMatchObject([{ opacity: 0 }]);
  });
});
