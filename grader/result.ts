/** @file What grading comes to: the versioned result of one submission, from which every report is derived. */
import type { Row } from "./judge/verdict.ts";

export const RESULT_VERSION = 1;

/** todo: the starter is untouched; missing: no answer found; error: it could not be run to an end. */
export type Status = "right" | "partly" | "wrong" | "todo" | "missing" | "error";

export interface PartResult {
  readonly name: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly is: "right" | "follows" | "near" | "wrong" | "todo";
  /** A sentence; "" when right. */
  readonly happened: string;
  readonly rows: readonly Row[];
}

export interface ExerciseResult {
  /** The slug: "02-toy-networks/toy-backward". */
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly status: Status;
  /** The one sentence a student reads first; when right, what was shown to hold. */
  readonly message: string;
  /** The id of the mistake that was named, if one was. */
  readonly mistake?: string;
  readonly parts: readonly PartResult[];
  /** About the hand-in, not the maths: a copied cell, an answer turned into Markdown. */
  readonly warnings: readonly string[];
}

export interface SubmissionResult {
  readonly version: typeof RESULT_VERSION;
  readonly student: string;
  /** Path of the submission, relative to what was graded. */
  readonly file: string;
  readonly points: number;
  readonly maxPoints: number;
  /** The whole file could not be read: why. Then `exercises` are all missing. */
  readonly problem?: string;
  readonly exercises: readonly ExerciseResult[];
  readonly level: 1 | 2;
  /** What this result depends on: a change of either grades the submission again. */
  readonly submissionHash: string;
  readonly specHash: string;
}
