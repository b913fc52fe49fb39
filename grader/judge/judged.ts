/** @file Every part in every case; of each part the worst verdict, and the fault to speak of. */
import type { At, Part } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import type { Outcome } from "../runner.ts";
import { answerIn } from "./behaviour.ts";
import { carriers, entryOf, theirsIn } from "./carried.ts";
import { inCase } from "./sentences.ts";
import type { Case } from "./variant.ts";
import type { Fault, Verdict } from "./verdict.ts";
import { FIRST, right, wrong } from "./verdicts.ts";

export type PartsByName = Readonly<Record<string, Part>>;

export interface Judged {
  readonly name: string;
  readonly is: Verdict["is"];
  /** None where it is right. */
  readonly fault: Fault | undefined;
}
export interface WrongPart extends Judged {
  readonly is: "near" | "wrong";
  readonly fault: Fault;
}

/** The places where a part is judged, for the cases that have an answer. */
function placesOf(name: string, parts: PartsByName, cases: readonly Case[], outcomes: readonly Outcome[]) {
  const carried = carriers(parts, outcomes);
  return cases.map((c, i) => {
    const came = answerIn(outcomes[i] as Outcome);
    if ("missing" in came) return { case: c, ...came };
    const theirs = theirsIn(came.answer, carried);
    // Parts know their own exercise's input, the judge knows none.
    const at = { part: name, input: c.input, truth: c.truth, cases, theirs } as unknown as At<never>;
    return {
      case: c,
      at,
      whole: came.answer as Readonly<Record<string, Plain>>,
      answer: entryOf(came.answer, name),
    };
  });
}

export const judgeParts = (
  parts: PartsByName,
  cases: readonly Case[],
  outcomes: readonly Outcome[],
): Judged[] =>
  Object.entries(parts).map(([name, part]) => {
    const verdicts = placesOf(name, parts, cases, outcomes).map((place): Verdict => {
      const verdict =
        "missing" in place
          ? { ...wrong(place.missing), order: FIRST }
          : part.judge(place.at, place.answer, place.whole);
      return verdict.is === "right" ? right : { ...verdict, happened: inCase(verdict, place.case) };
    });
    return { name, ...worstOf(verdicts, cases) };
  });

const SEVERITY: readonly Verdict["is"][] = ["right", "follows", "near", "wrong"];

/** The worst verdict, by the fault nearest its cause; of several such, the one with the smallest input. */
function worstOf(verdicts: readonly Verdict[], cases: readonly Case[]): Omit<Judged, "name"> {
  const is = verdicts
    .map((verdict) => verdict.is)
    .reduce((worst, each) => (SEVERITY.indexOf(each) > SEVERITY.indexOf(worst) ? each : worst), "right");
  const faults = verdicts.flatMap((verdict, i) =>
    verdict.is !== "right" && verdict.is === is
      ? [{ fault: verdict, size: JSON.stringify(cases[i]?.sent).length }]
      : [],
  );
  faults.sort((a, b) => byOrder(a.fault, b.fault) || a.size - b.size);
  return { is, fault: faults[0]?.fault };
}

const byOrder = (a: Fault, b: Fault) => (b.order ?? 0) - (a.order ?? 0);

/** What to look at, first things first; a part that only follows is not wrong. */
export const wrongParts = (judged: readonly Judged[]): WrongPart[] =>
  judged
    .filter((part): part is WrongPart => part.is === "wrong" || part.is === "near")
    .sort((a, b) => byOrder(a.fault, b.fault));
