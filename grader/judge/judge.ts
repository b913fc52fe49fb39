/** @file From a variant and what came back to a result: knows no kind of exercise. Pure and synchronous. */
import type { Entry } from "../catalogue.ts";
import type { AnyExercise, Part } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import type { ExerciseResult, PartResult } from "../result.ts";
import { InfrastructureError, type Outcome, type Reply } from "../runner.ts";
import { words } from "./parts.ts";
import type { Case, Variant } from "./variant.ts";
import type { Verdict } from "./verdict.ts";

const severity: readonly Verdict["is"][] = ["right", "follows", "near", "wrong"];
const field = (whole: Plain, key: string): Plain | undefined =>
  typeof whole === "object" && whole !== null && !Array.isArray(whole) && Object.hasOwn(whole, key)
    ? (whole as Record<string, Plain>)[key]
    : undefined;

export function judge({ id, spec }: Entry, { cases }: Variant, reply: Reply): ExerciseResult {
  const parts = Object.entries(spec.parts(words as never)) as [string, Part][];
  const shareOf = (part: Part) => part.share ?? (part.gradientOf ? 2 : 1);
  const shares = parts.reduce((sum, [, part]) => sum + shareOf(part), 0);
  const base = { id, title: spec.title, maxPoints: spec.points, warnings: [] };
  const all = (is: PartResult["is"], happened: string): PartResult[] =>
    parts.map(([name, part]) => ({
      name,
      points: 0,
      maxPoints: (spec.points * shareOf(part)) / shares,
      is,
      happened,
      rows: [],
    }));
  if ("refused" in reply)
    return {
      ...base,
      points: 0,
      status: "error",
      message: reply.refused.message,
      parts: all("wrong", reply.refused.message),
    };
  const { outcomes } = reply;
  if (cases.length === 0 || outcomes.length !== cases.length + 1)
    throw new InfrastructureError(`${id}: ${outcomes.length} of ${cases.length + 1} cases were run`);
  if (outcomes.some((o) => "threw" in o && o.threw.name === "NotImplementedError")) {
    const message = `to do: write ${spec.exports.join(" and ")} in the cell above, then run this cell again`;
    return { ...base, points: 0, status: "todo", message, parts: all("todo", "") };
  }
  const spoiled = guard(outcomes);
  const varies = (key: string) =>
    new Set(outcomes.map((o) => JSON.stringify("answer" in o ? field(o.answer, key) : null))).size > 1;
  const results = parts.map(([name, part]) => {
    const maxPoints = (spec.points * shareOf(part)) / shares;
    const verdicts = cases.map((c, i): Verdict => {
      const outcome = outcomes[i] as Outcome;
      if ("threw" in outcome)
        return {
          is: "wrong",
          happened: `your code threw ${outcome.threw.name}: ${outcome.threw.message} (${c.name})`,
        };
      if ("stopped" in outcome) return { is: "wrong", happened: `stopped: ${outcome.stopped} (${c.name})` };
      const theirs = new Map<string, Plain>();
      for (const [key, other] of parts) {
        const value = field(outcome.answer, key);
        if (other.gradientOf && value !== undefined && varies(key)) theirs.set(other.gradientOf, value);
      }
      const verdict = part.judge(
        { part: name, input: c.input as never, truth: c.truth, theirs },
        field(outcome.answer, name),
        outcome.answer,
      );
      return verdict.is === "right" ? verdict : { ...verdict, happened: `${verdict.happened} (${c.name})` };
    });
    const worst = verdicts.reduce((w, v) => (severity.indexOf(v.is) > severity.indexOf(w.is) ? v : w));
    const earned = !spoiled && (worst.is === "right" || worst.is === "follows");
    return {
      order: worst.is === "right" ? -1 : (worst.order ?? 0),
      name,
      points: earned ? maxPoints : 0,
      maxPoints,
      is: worst.is,
      happened: worst.is === "right" ? "" : worst.happened,
      rows: worst.is === "right" ? [] : (worst.rows ?? []),
    };
  });
  const first = results
    .filter((r) => r.is === "wrong" || r.is === "near")
    .sort((a, b) => b.order - a.order)[0];
  const slip = first && nameSlip(spec, cases, outcomes);
  const points = results.reduce((sum, r) => sum + r.points, 0);
  const right = !spoiled && !first;
  return {
    ...base,
    points: right ? spec.points : points,
    status: right ? "right" : points > 0 ? "partly" : "wrong",
    message: spoiled ?? slip?.say ?? first?.happened ?? `${cases.length} cases hold`,
    ...(slip && !spoiled && { mistake: slip.id }),
    parts: results.map(({ order: _order, ...r }) => r),
  };
}

/** Faults of behaviour, whatever the numbers. */
function guard(outcomes: readonly Outcome[]): string | undefined {
  if (outcomes.some((o) => "answer" in o && o.changedInput))
    return "your function changes the arrays it is given; work on copies";
  if (JSON.stringify(outcomes[0]) !== JSON.stringify(outcomes.at(-1)))
    return "the second call with the same input gives another answer";
  return undefined;
}

/** A listed slip is named when it explains every case. */
function nameSlip(spec: AnyExercise, cases: readonly Case[], outcomes: readonly Outcome[]) {
  const same = (a: unknown, b: unknown): boolean =>
    typeof a === "number" && typeof b === "number"
      ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
      : Array.isArray(a)
        ? Array.isArray(b) && a.length === b.length && a.every((v, i) => same(v, b[i]))
        : typeof a === "object" && a !== null
          ? Object.entries(a).every(([k, v]) => same(v, (b as Record<string, unknown> | null)?.[k]))
          : a === b;
  return spec.slips?.find((slip) =>
    cases.every((c, i) => {
      const outcome = outcomes[i] as Outcome;
      return "answer" in outcome && same(slip.answers(c.input as never, c.truth), outcome.answer);
    }),
  );
}
