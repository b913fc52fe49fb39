/** @file The code of a lesson, in its order, each piece with the place where its author finds it. */
import { readUnit, type Unit } from "../../grader/submissions/unit.ts";
import type { Lesson, LessonExercise } from "./lesson.ts";

/** What is wrong with a lesson, and where. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}
/** A code cell of the lesson, or the starter of an exercise, which becomes one. */
export interface Code {
  /** Of a starter. */
  readonly exercise?: LessonExercise;
  readonly file: string;
  /** Of its first line, from 1. */
  readonly line: number;
  readonly unit: Unit;
}

export const lessonFile = (lesson: Lesson) => `notebooks/${lesson.slug}.md`;

/** Fences that name no exercise are left out. */
export const codeOf = (lesson: Lesson): readonly Code[] =>
  lesson.blocks.flatMap(({ kind, text, line }): Code[] => {
    const exercise = lesson.exercises.get(text);
    if (kind === "exercise" && exercise)
      return [{ exercise, file: `exercises/${text}.ts`, line: 1, unit: readUnit(exercise.starter) }];
    if (kind === "code" || kind === "free") return [{ file: lessonFile(lesson), line, unit: readUnit(text) }];
    return [];
  });

/** The line of a piece of code where its imports begin. */
export const importAt = (code: Code) => Math.max(0, code.unit.text.search(/^import\b/m));

/** A problem at a place in a piece of code. */
export const problemAt = (code: Code, position: number, message: string): Problem => ({
  file: code.file,
  line: code.line + code.unit.text.slice(0, position).split("\n").length - 1,
  message,
});
