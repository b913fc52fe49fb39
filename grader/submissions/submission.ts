/** @file What collect and extract hand on: plain data. */

/** One file handed in by one student, read and safe to look at. */
export interface Submission {
  readonly student: string;
  /** Path relative to what is graded. */
  readonly file: string;
  readonly kind: "notebook" | "script";
  readonly text: string;
}
/** A file that could not be read as a submission: the sentence says why. */
export interface Unreadable {
  readonly student: string;
  readonly file: string;
  readonly problem: string;
}

/** Where a line of an extracted source came from: a notebook's cell (counted from 1) or the file itself. */
export interface Origin {
  readonly cell?: number;
  readonly line: number;
}
/** One exercise's answer as a module of its own: helpers it needs, then the answer, exports put back. */
export type Answer =
  | {
      readonly exercise: string;
      readonly source: string;
      /** For line n of the source (from 0), where the student wrote it; undefined for lines of ours. */
      readonly origins: readonly (Origin | undefined)[];
      readonly warnings: readonly string[];
    }
  | { readonly exercise: string; readonly missing: string; readonly warnings: readonly string[] }
  | {
      readonly exercise: string;
      readonly broken: string;
      readonly origin?: Origin;
      readonly warnings: readonly string[];
    };
