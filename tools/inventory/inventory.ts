/** @file The inventory of the lectures: what they hold and print wrongly, and where the course takes it up. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../notebook/lesson.ts";

/** Lesson → heading → words that stand there, so that a home is missed when its text goes. */
export type Places = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Row {
  /** The deck's letter and a number: "C25". */
  readonly id: string;
  readonly slides: string;
  readonly content: string;
  /** The lessons that have to teach it. */
  readonly lessons?: readonly string[];
  readonly taught?: Places;
  /** Why no lesson teaches it, or teaches no more than a pointer. */
  readonly onlyMentioned?: string;
  /** Worked examples, by id, that put it into numbers. */
  readonly examples?: readonly string[];
}

/** A misprint, or a notation that differs between decks; grader/worked-examples.json says what is printed. */
interface Erratum {
  readonly id: string;
  readonly handled: Places;
  /** Wrong answers, "NN-lesson/name" in test/slips, of one who trusts the slide. */
  readonly slips?: readonly string[];
}

export interface Inventory {
  readonly rows: readonly Row[];
  readonly errata: readonly Erratum[];
}

export const readInventory = (): Inventory =>
  JSON.parse(readFileSync(path.join(root, "docs/inventory.json"), "utf8")) as Inventory;
