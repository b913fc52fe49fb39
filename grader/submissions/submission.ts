/** @file What collect and extract hand on: plain data. */

/** A file found where submissions were looked for, not read yet. */
export interface Found {
  /** Undefined where only the file itself can say: a notebook that `gradbook submit` has named. */
  readonly student?: string;
  /** Path relative to what is graded. */
  readonly file: string;
  readonly path: string;
  /** Everything in its folder is the same student's. */
  readonly ownFolder: boolean;
  /** Why it cannot be a submission, if that is known without reading it. */
  readonly problem?: string;
}
/** One file handed in by one student, read and safe to look at. */
export interface Submission {
  readonly student: string;
  /** Path relative to what is graded. */
  readonly file: string;
  readonly kind: "notebook" | "script";
  readonly text: string;
  /** Of a script: the student's own files that it imports, by their path as imported: "./helper.ts". */
  readonly siblings?: Readonly<Record<string, string>>;
  /** Of a script: one beside it imports it, so it need not answer an exercise itself. */
  readonly isImported?: boolean;
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
  /** From 1. */
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

/** The answers of one submission, one for every exercise expected of it, in the order of the course. */
export type Extraction =
  | { readonly answers: readonly Answer[] }
  /** The file as a whole is no submission: why. */
  | { readonly problem: string };
