/** @file From a variant and what came back to a result: knows no kind of exercise. Pure and synchronous. */
import type { Entry } from "../catalogue.ts";
import { diagnose } from "../diagnose/diagnose.ts";
import { Trial } from "../diagnose/trial.ts";
import type { AnyExercise } from "../exercise.ts";
import type { ExerciseResult, PartResult } from "../result.ts";
import { InfrastructureError, type Outcome, type Reply } from "../runner.ts";
import { answerIn, isTodo, spoiled } from "./behaviour.ts";
import { carriers, theirsIn } from "./carried.ts";
import { type Judged, judgeParts, type PartsByName, type WrongPart, wrongParts } from "./judged.ts";
import { words } from "./parts.ts";
import { shown, toWrite } from "./sentences.ts";
import type { Case, Variant } from "./variant.ts";
import { FIRST, wrong } from "./verdicts.ts";

/** @throws {InfrastructureError} if not every case was run, or the model is wrong: then there is no verdict */
export function judge({ id, spec }: Entry, { cases, fresh }: Variant, reply: Reply): ExerciseResult {
  const parts: PartsByName = spec.parts(words as never);
  const finish = (
    said: Pick<ExerciseResult, "status" | "message" | "mistake">,
    results: readonly PartResult[],
  ): ExerciseResult => {
    const points = total(results);
    return { id, title: spec.title, points, maxPoints: spec.points, ...said, parts: results, warnings: [] };
  };
  /** Every part with the same fault. */
  const alike = (happened: string): PartResult[] =>
    scored(
      spec,
      parts,
      Object.keys(parts).map((name) => ({ name, is: "wrong", fault: wrong(happened) })),
    );

  if ("refused" in reply) {
    const { message } = reply.refused;
    return finish({ status: "error", message }, alike(message));
  }
  const outcomes = reply.outcomes.slice(0, cases.length + 1);
  if (outcomes.length <= cases.length)
    throw new InfrastructureError(`${id}: ${outcomes.length} of ${cases.length + 1} cases were run`);
  if (outcomes.some(isTodo)) {
    const results = alike("").map((part): PartResult => ({ ...part, is: "todo" }));
    return finish({ status: "todo", message: toWrite(spec, outcomes) }, results);
  }

  const judged = judgeParts(parts, cases, outcomes);
  const results = scored(spec, parts, judged);
  const fault = spoiled(outcomes);
  if (fault)
    return finish(
      { status: "wrong", ...fault },
      results.map((part) => ({ ...part, points: 0 })),
    );
  const [first, ...others] = wrongParts(judged);
  if (!first) return finish({ status: "right", message: shown(cases) }, results);

  const trials = trialsOf(parts, cases, outcomes);
  const fresher = trialsOf(parts, fresh, reply.outcomes.slice(outcomes.length));
  // Where a case has no answer, that is what to say.
  const mistake =
    trials.length === cases.length
      ? diagnose({ spec, parts, wrong: [first, ...others], trials, fresh: fresher })
      : undefined;
  const message = mistake?.say ?? localised(parts, first);
  // The sentence about the exercise is the one about the part that it speaks of.
  const spoken = mistake?.part ?? first.name;
  const status = results.some((part) => part.points > 0) ? "partly" : "wrong";
  return finish(
    { status, message, ...(mistake && { mistake: mistake.id }) },
    results.map((part) => (part.name === spoken ? { ...part, happened: message } : part)),
  );
}

/** Whether the fresh cases are wanted and were not run: there is a mistake to be named, for every case has an answer. */
export function wantsFresh({ spec }: Entry, { cases, fresh }: Variant, reply: Reply): boolean {
  if (fresh.length === 0 || "refused" in reply || reply.outcomes.length > cases.length + 1) return false;
  const outcomes = reply.outcomes.slice(0, cases.length);
  if (!outcomes.every((outcome) => "answer" in answerIn(outcome))) return false;
  return wrongParts(judgeParts(spec.parts(words as never), cases, outcomes)).length > 0;
}

/** Without the last digits that dividing into shares left. */
const total = (results: readonly PartResult[]): number =>
  Math.round(results.reduce((sum, { points }) => sum + points, 0) * 1e9) / 1e9;

function scored(spec: AnyExercise, parts: PartsByName, judged: readonly Judged[]): PartResult[] {
  const shareOf = (name: string) => parts[name]?.share ?? 1;
  const shares = judged.reduce((sum, { name }) => sum + shareOf(name), 0);
  return judged.map(({ name, is, fault }) => {
    const maxPoints = (spec.points * shareOf(name)) / shares;
    const points = is === "right" || is === "follows" ? maxPoints : 0;
    return { name, points, maxPoints, is, happened: fault?.happened ?? "", rows: fault?.rows ?? [] };
  });
}

/** The cases that have an answer. */
function trialsOf(parts: PartsByName, cases: readonly Case[], outcomes: readonly Outcome[]): Trial[] {
  const carried = carriers(parts, outcomes);
  return cases.flatMap((c, i) => {
    const outcome = outcomes[i];
    const came = outcome && answerIn(outcome);
    return came && "answer" in came ? [new Trial(parts, c, came.answer, theirsIn(came.answer, carried))] : [];
  });
}

/** No mistake explains it: then where it begins is what can be said. */
function localised(parts: PartsByName, { name, fault }: WrongPart): string {
  const gradients = Object.values(parts).filter((part) => part.gradientOf !== undefined);
  const backward = gradients.length > 1 && parts[name]?.gradientOf !== undefined && fault.order !== FIRST;
  return backward
    ? `the first wrong gradient on the way back from the loss: ${fault.happened}`
    : fault.happened;
}
