/** @file One slug names an exercise in four places: its starter, its solution, its spec and its lesson. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "../catalogue.ts";
import { courseFolder } from "../course.ts";

export interface Failure {
  /** The slug, or the file that the failure is about. */
  readonly where: string;
  readonly message: string;
}

export function slugFailures(catalogue: readonly Entry[]): Failure[] {
  const specs = catalogue.map((entry) => entry.id);
  const places = {
    "starter in exercises/": filesIn("exercises"),
    "solution in solutions/": filesIn("solutions"),
    "spec in grader/specs/": specs,
    "exercise fence in its lesson in notebooks/": fences(),
  };
  const all = new Set(Object.values(places).flat());
  return [...all].sort().flatMap((slug) =>
    Object.entries(places).flatMap(([place, slugs]) => {
      const n = slugs.filter((s) => s === slug).length;
      if (n === 1) return [];
      return [{ where: slug, message: n ? `it has ${n} times a ${place}` : `it has no ${place}` }];
    }),
  );
}

const filesIn = (folder: string): string[] =>
  entriesOf(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length).replaceAll(path.sep, "/"));

/** The slug in every ```exercise fence of a lesson; one that stands in another's lesson is not its own. */
const fences = (): string[] =>
  entriesOf("notebooks")
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => {
      const text = readFileSync(path.join(courseFolder, "notebooks", file), "utf8");
      const slugs = [...text.matchAll(/^```exercise[ \t]*\r?\n(\S+)[ \t]*\r?\n```/gm)].map(
        ([, slug]) => slug as string,
      );
      return slugs.filter((slug) => slug.startsWith(`${path.basename(file, ".md")}/`));
    });

function entriesOf(folder: string): string[] {
  const at = path.join(courseFolder, folder);
  return existsSync(at) ? readdirSync(at, { recursive: true, encoding: "utf8" }) : [];
}
