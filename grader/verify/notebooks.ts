/** @file Whether the committed notebooks are what their lessons give today: the builder says so itself. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { courseFolder } from "../course.ts";
import type { Failure } from "./slugs.ts";

const BUILDER = "tools/lessons.ts";

/** The builder belongs to the course's folder, not to the grader: it runs in a process of its own. */
export function notebookFailures(): Promise<Failure[]> {
  if (!existsSync(path.join(courseFolder, BUILDER)))
    return Promise.resolve([
      { where: BUILDER, message: "is not here: verify runs in a clone of the course" },
    ]);
  const command = ["--import", "tsx", "--conditions=source", BUILDER, "--check"];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: courseFolder }, (error, stdout, stderr) => {
      const lines = `${stdout}${stderr}`.split("\n").filter((line) => line.trim());
      resolve(error ? lines.map((message) => ({ where: "notebooks", message })) : []);
    });
  });
}
