/** @file A lesson of two cells and one exercise, small enough to work out by hand. */
import { blocksOf } from "../../tools/notebook/blocks.ts";
import type { Lesson, LessonExercise } from "../../tools/notebook/lesson.ts";

export const markdown = `## Slopes

A slope is Δy/Δx.

\`\`\`ts
import { type Fn1, NotImplementedError } from "gradbook";
import { check } from "gradbook/check";
\`\`\`

\`\`\`exercise
00-fixture/half
\`\`\`
`;

const half: LessonExercise = {
  id: "00-fixture/half",
  starter: `/** @file 0.1 Half. */
import { type Fn1, NotImplementedError } from "gradbook";

// ½ of x²
export function half(x: Fn1): number {
  throw new NotImplementedError("half");
}
`,
  points: 2,
  exports: ["half"],
};

export const lesson = (text = markdown, exercise: Partial<LessonExercise> = {}): Lesson => ({
  slug: "00-fixture",
  blocks: blocksOf(text),
  exercises: new Map([[half.id, { ...half, ...exercise }]]),
});
