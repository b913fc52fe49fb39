/** @file A lesson as its author wrote it: the Markdown, and what its exercises are made of. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AnyExercise } from "../../grader/exercise.ts";
import { type Block, blocksOf } from "./blocks.ts";

export interface LessonExercise {
  /** "02-toy-networks/toy-backward" */
  readonly id: string;
  readonly starter: string;
  readonly points: number;
  readonly exports: readonly string[];
}
export interface Lesson {
  /** "02-toy-networks" */
  readonly slug: string;
  readonly blocks: readonly Block[];
  /** Every exercise in the lesson's folders, by its id. */
  readonly exercises: ReadonlyMap<string, LessonExercise>;
}

export const root = path.resolve(import.meta.dirname, "../..");

/** Slugs of the lessons that have a text, in their order. */
export const lessonSlugs = (): readonly string[] =>
  readdirSync(path.join(root, "notebooks"))
    .filter((name) => /^\d\d-.*\.md$/.test(name))
    .map((name) => path.basename(name, ".md"))
    .sort();

/** @throws {FenceError} @throws {Error} if a starter has no spec */
export async function readLesson(slug: string): Promise<Lesson> {
  const exercises = new Map<string, LessonExercise>();
  for (const name of starters(slug)) {
    const id = `${slug}/${name}`;
    const { points, exports } = await specOf(id);
    exercises.set(id, { id, starter: read(`exercises/${id}.ts`), points, exports: exports.map(String) });
  }
  return { slug, blocks: blocksOf(read(`notebooks/${slug}.md`)), exercises };
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");

function starters(slug: string): readonly string[] {
  const folder = path.join(root, "exercises", slug);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => file.endsWith(".ts")).map((file) => path.basename(file, ".ts"));
}

async function specOf(id: string): Promise<AnyExercise> {
  const file = path.join(root, "grader/specs", `${id}.ts`);
  if (!existsSync(file)) throw new Error(`exercises/${id}.ts has no spec: grader/specs/${id}.ts is missing`);
  return ((await import(file)) as { default: AnyExercise }).default;
}
