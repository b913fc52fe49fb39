/**
 * @file `npm run points`: chooses for every exercise the inputs that tell each automatic mistake from the right answer,
 * and writes them beside its spec. `npm run points -- SLUG …` does some; run it when a spec or the catalogue changes.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { catalogue, type Entry } from "../grader/catalogue.ts";
import { courseFolder } from "../grader/course.ts";
import { corpusExercises } from "../test/corpus-exercises/index.ts";
import { listSpecs } from "./build.mjs";
import { choose } from "./points/choose.ts";
import { hasMistakes, pointsFile } from "./points/points.ts";

/** @returns whether every mistake that makes a difference is killed */
function write({ id, spec }: Entry): boolean {
  const { surviving, ...points } = choose(spec);
  const file = pointsFile(id);
  writeFileSync(file, JSON.stringify(points));
  execFileSync("npx", ["biome", "format", "--write", file], { cwd: courseFolder, stdio: "ignore" });
  const equivalent = Object.keys(points.equivalent).length;
  console.log(`${id}: ${points.seeds.length} points, ${equivalent} equivalent mistakes`);
  for (const name of surviving)
    console.error(
      `${id}: "${name}" shows in no case by more than 1e-4: change the spec's input or its cases`,
    );
  return surviving.length === 0;
}

const slugs = process.argv.slice(2);
const wanted = [...catalogue, ...corpusExercises].filter(
  (entry) => hasMistakes(entry) && (slugs.length === 0 || slugs.includes(entry.id)),
);
if (wanted.length === 0) {
  console.error(`no exercise that asks for derivatives is named ${slugs.join(" or ")}`);
  process.exitCode = 1;
} else {
  const clean = wanted.map(write);
  listSpecs();
  console.log(`${path.join("grader", "specs", "index.ts")} now uses them`);
  process.exitCode = clean.every(Boolean) ? 0 : 1;
}
