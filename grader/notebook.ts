/** @file "gradbook/check": what a lesson's check cells call. Nothing here throws, returns or needs a restart. */

import { recorded } from "gradbook";
import { display } from "../src/plot/display.ts";
import { type Entry, find } from "./catalogue.ts";
import { callFrom, callText } from "./cell/call-text.ts";
import { runCases } from "./cell/cases.ts";
import { makeKit } from "./cell/kit.ts";
import { judge } from "./judge/judge.ts";
import { inputsOf, prepare, type Variant } from "./judge/variant.ts";
import { foldsOf } from "./notebook/folds.ts";
import { studentOf } from "./notebook/student.ts";
import { cardOf } from "./report/card.ts";
import { cardHtml } from "./report/card-html.ts";
import { cardText } from "./report/card-text.ts";
import { cleanAll, escapeHtml } from "./report/clean.ts";
import { progressPicture } from "./report/progress-picture.ts";
import type { ExerciseResult } from "./result.ts";
import type { Outcome } from "./runner.ts";
import { PUBLIC_SEEDS } from "./seeds.ts";
import { findStore, readStore, updateStore } from "./store.ts";

const variants = new Map<string, Variant>();

/**
 * Checks an answer and shows what came of it under the cell.
 *
 * @param id the exercise: "02-toy-networks/toy-backward"
 * @param answer the function or class asked for; where several are, `{ name: answer, … }`
 */
export function check(id: string, answer: unknown): void {
  onEntry(id, (entry) => {
    const student = studentOf(entry, answer);
    if (typeof student === "string") {
      say(`${entry.spec.title}: ${student}`);
      return;
    }
    const result = cleanAll(judged(entry, student));
    const { points, maxPoints, status } = result;
    const kept = remember((store) => ({
      ...store,
      exercises: { ...store.exercises, [id]: { points, maxPoints, status } },
    }));
    const card = cardOf({ ...result, warnings: [...result.warnings, ...kept] });
    const next = status === "right" ? "" : `\n  hint 1 of 3 on request: hint("${id}")`;
    display(cardHtml(card, foldsOf(entry, result)), `${cardText(card)}${next}`);
  });
}

/** Shows the next hint of an exercise; there are three, and none costs points. */
export function hint(id: string): void {
  onEntry(id, ({ spec }) => {
    const seen = readStore(findStore()).hints[id] ?? 0;
    const level = Math.min(seen, spec.hints.length - 1);
    remember((store) => ({ ...store, hints: { ...store.hints, [id]: level + 1 } }));
    say(`${spec.title}, hint ${level + 1} of ${spec.hints.length}: ${spec.hints[level]}`);
  });
}

/** Shows a picture of the points of every exercise so far, over all lessons. */
export function progress(): void {
  const { image, text } = progressPicture(readStore(findStore()).exercises);
  display(image, text);
}

function judged(entry: Entry, student: Readonly<Record<string, unknown>>): ExerciseResult {
  const variant = variants.get(entry.id) ?? prepare(entry.spec, PUBLIC_SEEDS);
  variants.set(entry.id, variant);
  const call = callFrom(callText(entry.spec));
  const before = recorded();
  const written = runCases(student, call, makeKit, JSON.stringify(inputsOf(variant)));
  const result = judge(entry, variant, {
    outcomes: JSON.parse(written) as Outcome[],
    fuelUsed: 0,
    printed: "",
  });
  if (result.status === "todo")
    return { ...result, message: `${result.message} in the cell above, then run this cell again` };
  const byHand = !entry.spec.allows?.includes("Value");
  return byHand && recorded() > before ? withoutEngine(result) : result;
}

/** The cell refuses a forbidden engine when it is imported; here only what it recorded gives it away. */
const withoutEngine = (result: ExerciseResult): ExerciseResult => ({
  ...result,
  points: 0,
  status: "wrong",
  message:
    "by hand here: this answer uses Value of gradbook, which the grader refuses; write the derivative out yourself",
  parts: result.parts.map((part) => ({ ...part, points: 0, rows: [] })),
});

/** What could not be kept is said under the card; it is no reason to hide the verdict. */
function remember(change: Parameters<typeof updateStore>[1]): string[] {
  const file = findStore();
  try {
    updateStore(file, change);
    return [];
  } catch (error) {
    return [`your progress could not be saved in ${file}: ${(error as Error).message}`];
  }
}

const say = (sentence: string): void =>
  display(`<div style="line-height: 1.5; margin: 6px 0">${escapeHtml(sentence)}</div>`, sentence);

/** A wrong id is said in a sentence; so is a mistake of the course itself, and then nothing is counted. */
function onEntry(id: string, work: (entry: Entry) => void): void {
  let entry: Entry;
  try {
    entry = find(id);
  } catch (error) {
    say((error as Error).message);
    return;
  }
  try {
    work(entry);
  } catch (error) {
    say(
      `${entry.spec.title} could not be checked, and nothing was counted: ${(error as Error).message}. ` +
        "This is a mistake of the course, not of your answer.",
    );
  }
}
