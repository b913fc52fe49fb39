/** @file From a variant and what came back to a result: knows no kind of exercise. Pure and synchronous. */
import type { Entry } from "../catalogue.ts";
import { diagnose } from "../diagnose/diagnose.ts";
import type { Mistake } from "../diagnose/sample.ts";
import type { AnyExercise, At, Part } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import type { ExerciseResult, PartResult } from "../result.ts";
import { InfrastructureError, type Outcome, type Reply } from "../runner.ts";
import { isTodo, noAnswer, spoiled } from "./behaviour.ts";
import { carriers, entryOf, theirsIn } from "./carried.ts";
import { words } from "./parts.ts";
import { inCase, shown, toWrite } from "./sentences.ts";
import type { Case, Variant } from "./variant.ts";
import type { Fault, Verdict } from "./verdict.ts";
import { FIRST, right } from "./verdicts.ts";

/** One part over all cases: the worst verdict, and the fault to speak of. */
interface Judged {
  readonly name: string;
  readonly is: Verdict["is"];
  readonly fault: Fault | undefined;
}
type PartsByName = Readonly<Record<string, Part>>;

/** @throws {InfrastructureError} if not every case was run, or the model is wrong: then there is no verdict */
export function judge({ id, spec }: Entry, { cases }: Variant, reply: Reply): ExerciseResult {
  const parts: PartsByName = spec.parts(words as never);
  const finish = (
    result: Pick<ExerciseResult, "status" | "message" | "mistake">,
    judged: readonly PartResult[],
  ) => ({
    id,
    title: spec.title,
    points: total(judged.map((part) => part.points)),
    maxPoints: spec.points,
    ...result,
    parts: judged,
    warnings: [],
  });
  if ("refused" in reply) {
    const { message } = reply.refused;
    return finish(
      { status: "error", message },
      scored(spec, parts, alike(parts, { is: "wrong", happened: message })),
    );
  }
  const { outcomes } = reply;
  if (outcomes.length !== cases.length + 1)
    throw new InfrastructureError(`${id}: ${outcomes.length} of ${cases.length + 1} cases were run`);
  if (outcomes.some(isTodo)) {
    const todo = scored(spec, parts, alike(parts, { is: "wrong", happened: "" }));
    return finish(
      { status: "todo", message: toWrite(spec, outcomes) },
      todo.map((part) => ({ ...part, is: "todo" })),
    );
  }

  const judged = judgeParts(parts, cases, outcomes);
  const fault = spoiled(outcomes);
  if (fault) {
    const void_ = scored(spec, parts, judged).map((part) => ({ ...part, points: 0 }));
    return finish({ status: "wrong", message: fault }, void_);
  }
  const [first, ...others] = wrongParts(judged);
  if (!first) return finish({ status: "right", message: shown(cases) }, scored(spec, parts, judged));
  const mistake = named(spec, parts, [first, ...others], cases, outcomes);
  const message = mistake?.say ?? localised(parts, first);
  // The sentence about the exercise is the one about the part that it speaks of.
  const spoken = mistake?.part ?? first.name;
  const results = scored(spec, parts, judged).map((part) =>
    part.name === spoken ? { ...part, happened: message } : part,
  );
  const status = results.some((part) => part.points > 0) ? "partly" : "wrong";
  return finish({ status, message, ...(mistake && { mistake: mistake.id }) }, results);
}

/** Sums of shares, without the last digits that the division left. */
const total = (points: readonly number[]): number =>
  Math.round(points.reduce((sum, p) => sum + p, 0) * 1e9) / 1e9;

const alike = (parts: PartsByName, fault: Fault): Judged[] =>
  Object.keys(parts).map((name) => ({ name, is: fault.is, fault }));

function judgeParts(parts: PartsByName, cases: readonly Case[], outcomes: readonly Outcome[]): Judged[] {
  const carried = carriers(parts, outcomes);
  return Object.entries(parts).map(([name, part]) => {
    const verdicts = cases.map((c, i): Verdict => {
      const outcome = outcomes[i] as Outcome;
      const verdict = verdictOn(part, atCase(name, c, cases, outcome, carried), outcome);
      return verdict.is === "right" ? right : { ...verdict, happened: inCase(verdict.happened, c) };
    });
    return { name, ...worstOf(verdicts, cases) };
  });
}

function atCase(
  part: string,
  c: Case,
  cases: readonly Case[],
  outcome: Outcome,
  carried: ReadonlyMap<string, string>,
) {
  const theirs = "answer" in outcome ? theirsIn(outcome.answer, carried) : new Map<string, Plain>();
  return { part, input: c.input, truth: c.truth, cases, theirs } as unknown as At<never>;
}

function verdictOn(part: Part, at: At<never>, outcome: Outcome): Verdict {
  const happened = noAnswer(outcome);
  if (happened !== undefined || !("answer" in outcome))
    return { is: "wrong", happened: happened ?? "", order: FIRST };
  return part.judge(at, entryOf(outcome.answer, at.part), outcome.answer);
}

const SEVERITY: readonly Verdict["is"][] = ["right", "follows", "near", "wrong"];

/** The worst verdict, by the fault nearest its cause; of several such, the one with the smallest input. */
function worstOf(verdicts: readonly Verdict[], cases: readonly Case[]): Omit<Judged, "name"> {
  const is = verdicts.reduce<Verdict["is"]>(
    (worst, verdict) => (SEVERITY.indexOf(verdict.is) > SEVERITY.indexOf(worst) ? verdict.is : worst),
    "right",
  );
  const faults = verdicts.flatMap((verdict, i) =>
    verdict.is === "right" || verdict.is !== is
      ? []
      : [{ fault: verdict, size: JSON.stringify(cases[i]?.sent).length }],
  );
  faults.sort((a, b) => (b.fault.order ?? 0) - (a.fault.order ?? 0) || a.size - b.size);
  return { is, fault: faults[0]?.fault };
}

/** No mistake explains it: then where it begins is what can be said. */
function localised(parts: PartsByName, { name, fault }: WrongPart): string {
  const gradients = Object.values(parts).filter((part) => part.gradientOf !== undefined);
  const backward = gradients.length > 1 && parts[name]?.gradientOf !== undefined && fault.order !== FIRST;
  return backward
    ? `the first wrong gradient on the way back from the loss: ${fault.happened}`
    : fault.happened;
}

interface WrongPart extends Judged {
  readonly is: "near" | "wrong";
  readonly fault: Fault;
}
/** What to look at, first things first; a part that only follows is not wrong. */
const wrongParts = (judged: readonly Judged[]): WrongPart[] =>
  judged
    .filter((part): part is WrongPart => part.is === "wrong" || part.is === "near")
    .sort((a, b) => (b.fault.order ?? 0) - (a.fault.order ?? 0));

function scored(spec: AnyExercise, parts: PartsByName, judged: readonly Judged[]): PartResult[] {
  // A gradient is worth two forward values: with equal shares a forward pass alone would earn half.
  const shareOf = (name: string) => parts[name]?.share ?? (parts[name]?.gradientOf === undefined ? 1 : 2);
  const shares = judged.reduce((sum, { name }) => sum + shareOf(name), 0);
  return judged.map(({ name, is, fault }) => {
    const maxPoints = (spec.points * shareOf(name)) / shares;
    const points = is === "right" || is === "follows" ? maxPoints : 0;
    return { name, points, maxPoints, is, happened: fault?.happened ?? "", rows: fault?.rows ?? [] };
  });
}

/** The mistake, if one explains every case; where a case has no answer, that is what to say. */
function named(
  spec: AnyExercise,
  parts: PartsByName,
  wrong: readonly [WrongPart, ...WrongPart[]],
  cases: readonly Case[],
  outcomes: readonly Outcome[],
): Mistake | undefined {
  const carried = carriers(parts, outcomes);
  const [{ name }] = wrong;
  const answers = cases.flatMap((c, i) => {
    const outcome = outcomes[i] as Outcome;
    if (noAnswer(outcome) !== undefined || !("answer" in outcome)) return [];
    const { answer } = outcome;
    const wanted = parts[name]?.expects?.(atCase(name, c, cases, outcome, carried), answer);
    return [
      { ...c, whole: answer as Readonly<Record<string, Plain>>, wanted, answer: entryOf(answer, name) },
    ];
  });
  if (answers.length < cases.length) return undefined;
  return diagnose({ spec, parts, wrong, samples: answers, answers });
}
