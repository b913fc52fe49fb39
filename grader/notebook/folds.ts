/** @file What a check cell offers under its card, folded: hints, or a solution to compare with. */
import { existsSync, readFileSync } from "node:fs";
import type { Entry } from "../catalogue.ts";
import { solutionFile } from "../course.ts";
import { type Fold, foldHtml } from "../report/card-html.ts";
import { escapeHtml } from "../report/clean.ts";
import type { ExerciseResult } from "../result.ts";

/** Each hint inside the one before, so that none appears before it is asked for; the solution only after success. */
export function foldsOf({ id, spec }: Entry, { status }: ExerciseResult): Fold[] {
  if (status !== "right") {
    const hints: readonly string[] = spec.hints;
    return hints.reduceRight<Fold[]>((inner, text, i) => {
      const html = `<div>${escapeHtml(text)}</div>${inner.map(foldHtml).join("")}`;
      return [{ summary: `Hint ${i + 1} of ${hints.length}`, html }];
    }, []);
  }
  const file = solutionFile(id);
  const block = (code: string) => `<pre style="margin: 4px 0; overflow-x: auto">${escapeHtml(code)}</pre>`;
  return existsSync(file)
    ? [{ summary: "A solution to compare with", html: block(readFileSync(file, "utf8")) }]
    : [];
}
