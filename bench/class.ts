/**
 * @file `npm run -s bench:class` grades a made-up class and says how long it took; `-- --students N` for another size than
 * 1000. Each hands in the eleven exercises of lessons 01 and 02 in two notebooks, one answer in four a wrong one on record,
 * and 7.2, solved, as a file. One student in 33 has a loop that never ends.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { mulberry32 } from "gradbook";
import { writeNotebook } from "../grader/submissions/nbformat.ts";
import { filledIn, type Lesson, slip, solution } from "../test/class-maker/lesson.ts";
import { repository } from "../test/kernel/kernelspec.ts";

const LESSONS: readonly Lesson[] = ["01-slopes", "02-toy-networks"];
const FILE = "07-matrix-backprop/linear-backward";
const WRONG = 0.25;
const ENDLESS = 33;

const names = (folder: string) =>
  readdirSync(path.join(repository, folder)).map((file) => path.basename(file, ".ts"));
const rng = mulberry32(7);

/** The solution, or one of the exercise's wrong answers; no two students hand in the same text. */
function answer(exercise: string, student: number): string {
  const [lesson = "", name = ""] = exercise.split("/");
  const slips = names(`test/slips/${lesson}`).filter((slip) => slip.startsWith(`${name}-`));
  const wrong = rng() < WRONG && slips[Math.floor(rng() * slips.length)];
  return `// student ${student}\n${wrong ? slip(`${lesson}/${wrong}`) : solution(exercise)}`;
}

function handIn(folder: string, student: number): void {
  mkdirSync(path.join(folder, path.dirname(FILE)), { recursive: true });
  for (const lesson of LESSONS) {
    const exercises = names(`solutions/${lesson}`);
    const answers = Object.fromEntries(exercises.map((name) => [name, answer(`${lesson}/${name}`, student)]));
    if (lesson === "02-toy-networks" && student % ENDLESS === 7)
      answers["toy-forward"] = answers["toy-forward"]!.replace("{\n", "{\n  for (;;) {}\n");
    writeFileSync(path.join(folder, `${lesson}.ipynb`), writeNotebook(filledIn(lesson, answers)));
  }
  writeFileSync(path.join(folder, `${FILE}.ts`), readFileSync(path.join(repository, `solutions/${FILE}.ts`)));
}

/** The most memory that a process has held so far, in MB; Linux tells. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1000;
  } catch {
    return 0;
  }
}

const { values } = parseArgs({ options: { students: { type: "string", default: "1000" } } });
const students = Number(values.students);
const folder = mkdtempSync(path.join(tmpdir(), "gradbook-class-"));
for (let k = 0; k < students; k++) handIn(path.join(folder, "class", `student${k}`), k);

const start = performance.now();
const grading = spawn(
  process.execPath,
  [
    path.join(repository, "dist/grader/cli.js"),
    ...["grade", path.join(folder, "class"), "--out", path.join(folder, "out")],
  ],
  { stdio: ["ignore", "ignore", "pipe"] },
);
let said = "";
grading.stderr.on("data", (text) => {
  said = (said + text).slice(-1000);
});
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, peakOf(grading.pid));
}, 250);
const [code] = await once(grading, "exit");
clearInterval(watch);
const seconds = (performance.now() - start) / 1000;
rmSync(folder, { recursive: true });
if (code !== 0) throw new Error(`grading failed: ${said}`);

console.log(
  `${students} students with 12 answers each, on ${availableParallelism()} cores: ${seconds.toFixed(1)} s, ` +
    `${((1000 * seconds) / (12 * students)).toFixed(1)} ms an answer; the grader itself held ${peak.toFixed(0)} MB at most`,
);
