/** @file Which notebook `gradbook submit 02` means. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../usage-error.ts";

/**
 * @param lesson "02", "02-toy-networks", or the path of a notebook
 * @param folder where the command runs: the course's folder or work/ itself
 * @throws {UsageError} if there is none, or more than one and none with the lesson's own name
 */
export function findNotebook(lesson: string, folder: string): string {
  if (lesson.endsWith(".ipynb")) {
    const file = path.resolve(folder, lesson);
    if (existsSync(file)) return file;
    throw new UsageError(`there is no notebook ${lesson}`);
  }
  const number = /^\d{1,2}(?=$|-)/.exec(lesson)?.[0].padStart(2, "0");
  if (!number)
    throw new UsageError(`"${lesson}" is no lesson: write its number, as in \`npx gradbook submit 02\``);
  const work = existsSync(path.join(folder, "work")) ? path.join(folder, "work") : folder;
  const notebooks = readdirSync(work).filter(
    (file) => file.startsWith(`${number}-`) && file.endsWith(".ipynb"),
  );
  const own =
    notebooks.length === 1 ? notebooks : notebooks.filter((file) => /^\d\d-[a-z-]+\.ipynb$/.test(file));
  const [file] = own;
  if (file !== undefined && own.length === 1) return path.join(work, file);
  if (!notebooks.length) throw new UsageError(`there is no notebook of lesson ${number} in ${work}`);
  const commands = notebooks.map(
    (name) => `npx gradbook submit "${path.join(path.relative(folder, work), name)}"`,
  );
  throw new UsageError(
    `there are several notebooks of lesson ${number}; say which:\n  ${commands.join("\n  ")}`,
  );
}
