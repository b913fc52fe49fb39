/** @file Everything that is wrong with a lesson, each with its file and line. */
import { cellRules } from "./cell-rules.ts";
import { codeOf, type Problem } from "./code.ts";
import type { Lesson } from "./lesson.ts";
import { lessonRules } from "./lesson-rules.ts";

export function lint(lesson: Lesson): readonly Problem[] {
  const codes = codeOf(lesson);
  return [
    ...codes.flatMap((code) => cellRules.flatMap((rule) => rule(code))),
    ...lessonRules.flatMap((rule) => rule(lesson, codes)),
  ];
}
