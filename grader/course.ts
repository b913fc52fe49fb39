/** @file Where the course's own files lie: starters, solutions, lessons. They are read as text, never imported. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The package's folder, from its sources and from its build alike. */
export const courseFolder: string = (() => {
  let at = import.meta.dirname;
  while (!existsSync(path.join(at, "package.json"))) at = path.dirname(at);
  return at;
})();

const read = (...parts: string[]): string | undefined => {
  const file = path.join(courseFolder, ...parts);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

export const starterOf = (exercise: string): string | undefined => read("exercises", `${exercise}.ts`);
export const solutionOf = (exercise: string): string | undefined => read("solutions", `${exercise}.ts`);
