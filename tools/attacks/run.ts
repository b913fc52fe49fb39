/** @file Grades hostile answers one by one on one cell, each followed by an honest student on that same cell. */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "../../grader/catalogue.ts";
import { jobOf } from "../../grader/job.ts";
import { judge } from "../../grader/judge/judge.ts";
import { prepare } from "../../grader/judge/variant.ts";
import type { ExerciseResult } from "../../grader/result.ts";
import { type Reply, type Runner, replyTo } from "../../grader/runner.ts";
import spec from "../../test/attacks/spec.ts";
import { agrees, expectedIn, verdictOf } from "./verdict.ts";

const entry: Entry = { id: "attacks/grad", lesson: "attacks", spec };
const variant = prepare(spec, [1, 2, 3, 4]);
const NEXT_STUDENT = `export function grad(w: number[], x: number[], y: number): number[] {
  const t = Math.tanh(w.reduce((sum, v, i) => sum + v * (x[i] ?? 0), 0));
  return x.map((v) => (t - y) * (1 - t * t) * v);
}`;

export interface Attack {
  readonly file: string;
  readonly source: string;
  readonly expected: string;
}

/** The .ts files of a folder whose first line says what they deserve. */
export function attacksIn(folder: string): Attack[] {
  return readdirSync(folder)
    .sort()
    .filter((file) => file.endsWith(".ts") && lstatSync(path.join(folder, file)).isFile())
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, file), "utf8");
      const expected = expectedIn(source);
      return expected ? [{ file, source, expected }] : [];
    });
}

async function grade(
  pool: Runner,
  student: string,
  source: string,
): Promise<{ reply: Reply; result: ExerciseResult }> {
  const reply = await replyTo(pool, jobOf(entry, variant, source, student));
  return { reply, result: judge(entry, variant, reply) };
}

export interface Attacked {
  readonly file: string;
  readonly level: 1 | 2;
  readonly expected: string;
  readonly got: string;
  readonly ok: boolean;
  readonly ms: number;
  /** Whether the honest student who came next got less than the full points. */
  readonly harmed: boolean;
  readonly reply: Reply;
}

export async function attack(pool: Runner, { file, source, expected }: Attack): Promise<Attacked> {
  const start = performance.now();
  const { reply, result } = await grade(pool, file, source);
  const ms = Math.round(performance.now() - start);
  const got = verdictOf(result, reply);
  const next = await grade(pool, `the student after ${file}`, NEXT_STUDENT);
  const harmed = next.result.status !== "right";
  return { file, level: pool.level, expected, got, ok: agrees(expected, got), ms, harmed, reply };
}
