/** @file The correct files of the corpus as functions: each exercise solved in several styles. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { headerOf } from "../../tools/corpus/header.ts";

type Solve = (p: unknown) => Readonly<Record<string, unknown>>;

/** By exercise. */
export async function correctSolutions(): Promise<ReadonlyMap<string, readonly Solve[]>> {
  const folder = path.join(import.meta.dirname, "..", "..", "test", "corpus", "correct");
  const found = new Map<string, Solve[]>();
  for (const file of readdirSync(folder).sort()) {
    const at = path.join(folder, file);
    const header = headerOf(readFileSync(at, "utf8"), file);
    if (typeof header === "string") throw new Error(`${file}: ${header}`);
    const { solve } = (await import(at)) as { solve: Solve };
    found.set(header.exercise, [...(found.get(header.exercise) ?? []), solve]);
  }
  return found;
}
