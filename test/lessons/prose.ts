/** @file What the tests of all lessons share: a lesson's prose and code, and the demand that its numbers are known. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { blocksOf } from "../../tools/notebook/blocks.ts";

const notebooks = path.resolve(import.meta.dirname, "../../notebooks");

/** A lesson's blocks; its prose with ASCII minus signs and without the numbers of exercises; its code cells. */
export function textsOf(lesson: string) {
  const blocks = blocksOf(readFileSync(path.join(notebooks, `${lesson}.md`), "utf8"));
  const all = (...kinds: string[]) =>
    blocks
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join("\n");
  const prose = all("prose")
    .replaceAll("−", "-")
    .replace(/\(\d+\.\d(, \d+\.\d)*\)/g, "");
  return { blocks, prose, code: all("code", "free") };
}

const decimalsOf = (text: string) => text.split(".")[1]?.length ?? 0;

/** Every decimal number of the prose is given by the lesson, or a derived one rounded to the digits shown. */
export function decimalsAreKnown(prose: string, given: readonly number[], derived: readonly number[]) {
  const known = (token: string) =>
    given.some((value) => Math.abs(value) === Number(token)) ||
    derived.some((value) => Math.abs(value).toFixed(decimalsOf(token)) === token);
  it.each([...new Set(prose.match(/\d+\.\d+/g))])("%s is given or derived", (token) =>
    expect(known(token)).toBe(true),
  );
}

/**
 * What the prose works out is what the numbers before the equals sign give, to the last digit shown. Each `N` of the
 * pattern stands for a number, the last one for the result. Returns how many were found.
 */
export function worksOut(prose: string, pattern: string, result: (...numbers: number[]) => number): number {
  const found = [...prose.matchAll(new RegExp(pattern.replaceAll("N", String.raw`(-?\d+(?:\.\d+)?)`), "g"))];
  it.each(found.map(([text, ...numbers]) => [text, numbers] as const))("%s", (_text, numbers) => {
    const shown = numbers.at(-1) ?? "";
    expect(result(...numbers.slice(0, -1).map(Number)).toFixed(decimalsOf(shown))).toBe(shown);
  });
  return found.length;
}
