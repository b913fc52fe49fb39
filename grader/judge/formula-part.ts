/** @file A part answered on paper: a formula as text, judged by its values. */
import { mulberry32 } from "../../src/data/random.ts";
import type { Part, Parts } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import { InfrastructureError } from "../runner.ts";
import { evaluate } from "./formula.ts";
import { describe } from "./shape.ts";
import { right, wrong } from "./verdicts.ts";

const POINTS = 12;
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

type Values = Readonly<Record<string, number>>;
type Ranges = Parameters<Parts<never, never>["formula"]>[1];

/** Always the same points: a formula is right or wrong, whatever the seed. */
function pointsIn(ranges: Ranges): Values[] {
  const uniform = mulberry32(7);
  const one = () =>
    Object.entries(ranges).map(([name, [low, high]]) => [name, low + (high - low) * uniform()] as const);
  return Array.from({ length: POINTS }, () => Object.fromEntries(one()));
}

export function formula(reference: string, ranges: Ranges): Part<never> {
  const points = pointsIn(ranges);
  const valuesOf = (text: unknown) => points.map((point) => evaluate(`${text}`, point));
  const wanted = valuesOf(reference);
  if (!wanted.every(Number.isFinite))
    throw new InfrastructureError(`"${reference}" gives ${wanted.join(", ")}`);
  return {
    judge: ({ part }, answer: Plain | undefined) => {
      if (typeof answer !== "string")
        return wrong(`${part} is ${describe(answer)}; a formula in quotes is expected, such as "2*x"`);
      const given = valuesOf(answer);
      const i = given.findIndex(
        (value, k) => typeof value === "string" || !close(value, wanted[k] as number),
      );
      if (i < 0) return right;
      const value = given[i] as number | string;
      if (typeof value === "string") return wrong(`${part}: ${value}`);
      const where = Object.entries(points[i] as Values).map(([name, x]) => `${name} = ${describe(x)}`);
      return wrong(
        `${part}: at ${where.join(", ")} your formula gives ${describe(value)}, which is not right`,
      );
    },
    same: (mistaken, answer) => {
      const [theirs, yours] = [valuesOf(mistaken), valuesOf(answer)];
      return theirs.every((value, i) => typeof value === "number" && close(yours[i] as number, value));
    },
  };
}
