/** @file Where the course's own files lie: starters, solutions, lessons. They are read as text, never imported. */
import { existsSync } from "node:fs";
import path from "node:path";

/** The package's folder, from its sources and from its build alike. */
export const courseFolder: string = (() => {
  let at = import.meta.dirname;
  while (!existsSync(path.join(at, "package.json"))) at = path.dirname(at);
  return at;
})();

export const starterFile = (exercise: string): string =>
  path.join(courseFolder, "exercises", `${exercise}.ts`);
export const solutionFile = (exercise: string): string =>
  path.join(courseFolder, "solutions", `${exercise}.ts`);
