import { film, heatMap } from "gradbook/plot";
import { describe, expect, it } from "vitest";

const frames = [1, 2, 3].map((n): [string, string] => [`step ${n}`, heatMap([[n]])]);

describe("film", () => {
  it("rests on the last frame, and hides the others", () => {
    expect(film(frames).match(/class="frame-\d" visibility="\w+"/g)).toEqual([
      'class="frame-1" visibility="hidden"',
      'class="frame-2" visibility="hidden"',
      'class="frame-3" visibility="visible"',
    ]);
  });

  it("gives each frame its part of a round, and ends after three rounds", () => {
    const style = /<style>(.*?)<\/style>/.exec(film(frames, 2))?.[1];
    expect(style?.replace(/(?<=[{}]) /g, "\n")).toMatchInlineSnapshot(`
      "@media (prefers-reduced-motion: no-preference) {
      @keyframes turn-1 {
      0% {
      visibility: visible }
      33.333%, 100% {
      visibility: hidden }
      }
      .frame-1 {
      animation: turn-1 6s step-end 3 }
      @keyframes turn-2 {
      0% {
      visibility: hidden }
      33.333% {
      visibility: visible }
      66.667%, 100% {
      visibility: hidden }
      }
      .frame-2 {
      animation: turn-2 6s step-end 3 }
      @keyframes turn-3 {
      0% {
      visibility: hidden }
      66.667% {
      visibility: visible }
      100% {
      visibility: visible }
      }
      .frame-3 {
      animation: turn-3 6s step-end 3 }
      }"
    `);
  });

  it("is as large as its largest frame, caption included", () => {
    const wide: [string, string] = ["wide", heatMap([[1, 2, 3]])];
    const size = (svg: string) => /width="\d+" height="\d+"/.exec(svg)?.[0];
    expect(size(film([...frames, wide]))).toBe(size(film([wide])));
  });

  it("needs no script", () => {
    expect(film(frames)).not.toContain("<script");
  });
});
