/** @file Counts, situation by situation, how often each rule fails correct code and passes wrong code. */

import { mulberry32, normal } from "../../src/data/random.ts";
import { OURS } from "./goals.ts";
import { Problem, type Said } from "./problem.ts";
import { rules } from "./rules.ts";
import { pointsOf, situations } from "./situations.ts";
import { correctSolutions } from "./solutions.ts";

export interface Count {
  checks: number;
  fails: number;
  /** Only ours asks for another point where it cannot be sure. */
  refused: number;
}
/** By rule, then by situation or by kind of wrong code. */
export type Counts = Record<string, Record<string, Count>>;

/** A correct gradient made wrong. */
const mistakes: Readonly<Record<string, (gradient: readonly number[]) => number[]>> = {
  "all × (1 + 1e-3)": (g) => g.map((v) => v * (1 + 1e-3)),
  "all × (1 + 1e-6)": (g) => g.map((v) => v * (1 + 1e-6)),
  "largest entry × 1.01": (g) => {
    const at = g.map(Math.abs).indexOf(Math.max(...g.map(Math.abs)));
    return g.map((v, i) => (i === at ? 1.01 * v : v));
  },
};

/** Every rule on a gradient, by the rule's name. */
function* verdicts(problem: Problem, flat: readonly number[], direction: () => number) {
  for (const [name, rule] of Object.entries(rules)) {
    const said: Said = rule(problem.f, flat, problem.x, direction) ? "passes" : "fails";
    yield [name, said] as const;
  }
  yield [OURS[0], problem.opaque(flat)] as const;
  yield [OURS[1], problem.recorded(flat)] as const;
}

function add(counts: Counts, name: string, column: string, said: Said): void {
  const byColumn = counts[name] ?? {};
  counts[name] = byColumn;
  const count = byColumn[column] ?? { checks: 0, fails: 0, refused: 0 };
  byColumn[column] = count;
  count.checks++;
  if (said === "fails") count.fails++;
  if (said === "refused") count.refused++;
}

/** @param points so many in each situation; every correct file of the exercise answers at each */
export async function measure(points: number, seed = 1): Promise<{ correct: Counts; wrong: Counts }> {
  const solutions = await correctSolutions();
  const direction = normal(mulberry32(seed));
  const [correct, wrong]: [Counts, Counts] = [{}, {}];
  for (const [situation, how] of Object.entries(situations))
    for (const point of pointsOf(how, points, seed)) {
      const problem = new Problem(point);
      const answers = solutions
        .get(point.exercise)!
        .map((solve) => problem.flat(solve(structuredClone(point.input))));
      for (const flat of answers)
        for (const [name, said] of verdicts(problem, flat, direction)) add(correct, name, situation, said);
      const [flat] = answers;
      if (situation !== "ordinary" || !flat || flat.every((v) => v === 0)) continue;
      for (const [mistake, made] of Object.entries(mistakes))
        for (const [name, said] of verdicts(problem, made(flat), direction)) add(wrong, name, mistake, said);
    }
  return { correct, wrong };
}
