/** @file Finds what was handed in: one file, a folder of files, or a folder per student. Nothing is read yet. */
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../catalogue.ts";
import { UsageError } from "../usage-error.ts";
import { type Name, nameOfFile, nameOfFolder } from "./student-name.ts";
import type { Found } from "./submission.ts";

/** Browsers and mail programs like to add an ending of their own to a notebook. */
const wanted = /\.ipynb(\.txt|\.json)?$|(?<!\.d)\.ts$/i;
const skipped = /^\.|^node_modules$|^__MACOSX$/;
/** Folders between the one that is graded and the students': nbgrader's, GitHub Classroom's, one per lesson. */
const container = /^submitted$|-submissions$|^\d\d-[a-z-]+$/;

/**
 * Two files of one student for the same lesson are both found: both are graded, and per exercise the better counts.
 *
 * @param target a file or a folder
 * @throws {UsageError} if there is no such path or nothing in it
 */
export function collect(target: string): readonly Found[] {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no file or folder ${target}`);
  if (!found.isDirectory()) {
    const name = nameOfFile(target)?.name;
    return [{ ...(name && { student: name }), file: path.basename(target), path: target, ownFolder: true }];
  }
  const submitted = path.join(target, "submitted"); // of an nbgrader course, its other folders are the teacher's
  const root = existsSync(submitted) ? submitted : target;
  const all = inFolder(root, []).map((one) => ({ ...one, file: path.relative(target, one.path) }));
  if (!all.length) throw new UsageError(`there is no notebook (.ipynb) and no .ts file in ${target}`);
  return withoutNamesakes(all);
}

type Named = Omit<Found, "student"> & { readonly name?: Name };

function inFolder(root: string, folders: readonly string[]): Named[] {
  const folder = path.join(root, ...folders);
  const place = folders.findIndex((name) => !container.test(name));
  const nameAt = (i: number, name: string) => nameOfFolder(name, folders[i - 1] ?? path.basename(root));
  const entries = entriesOf(folder);
  const owner = place < 0 ? ownerOf(root, entries) : nameAt(place, folders[place] as string);
  const ofFolder = (name: Name, at: string, problem: string) => ({
    name,
    file: at,
    path: at,
    ownFolder: true,
    problem,
  });

  if (!entries) return owner ? [ofFolder(owner, folder, "this folder cannot be opened")] : [];
  const files = entries.flatMap((entry): Named[] => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return inFolder(root, [...folders, entry.name]);
    if (wanted.test(entry.name)) {
      const name = owner ?? nameOfFile(entry.name);
      return [{ ...(name && { name }), file: at, path: at, ownFolder: owner !== undefined }];
    }
    if (owner || !entry.isSymbolicLink()) return [];
    return [ofFolder(nameAt(folders.length, entry.name), at, "this is a link; links are not followed")];
  });
  if (files.length || !owner || place !== folders.length - 1) return files;
  return [ofFolder(owner, folder, "there is no notebook (.ipynb) and no .ts file in this folder")];
}

/** One student's folder may itself be graded: its scripts are named after exercises, not after students. */
function ownerOf(root: string, entries: readonly Dirent[] = []): Name | undefined {
  const scripts = new Set(catalogue.map(({ id }) => `${path.basename(id)}.ts`));
  if (!entries.some(({ name }) => scripts.has(name))) return undefined;
  const { base, dir } = path.parse(path.resolve(root));
  return nameOfFolder(base, path.basename(dir));
}

/** In natural order, so that a class is graded in the same order everywhere; undefined if it may not be read. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    const work = isClone(folder) ? ["work", "notebooks", "exercises"] : undefined;
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !skipped.test(name) && (!work || work.includes(name)))
      .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") return undefined;
    throw error;
  }
}

/** A clone of this very course: its sources, tests and solutions are not the student's answers. */
function isClone(folder: string): boolean {
  const file = path.join(folder, "package.json");
  return (
    existsSync(path.join(folder, "notebooks")) &&
    existsSync(file) &&
    /"name":\s*"gradbook"/.test(readFileSync(file, "utf8"))
  );
}

/** Two students of the same name are told apart by the platform's number. */
function withoutNamesakes(files: readonly Named[]): readonly Found[] {
  const ids = new Map<string, Set<string | undefined>>();
  for (const { name } of files) if (name) ids.set(name.name, (ids.get(name.name) ?? new Set()).add(name.id));
  return files.map(({ name, ...rest }) => {
    if (!name) return rest;
    const alone = (ids.get(name.name)?.size ?? 0) < 2 || !name.id;
    return { ...rest, student: alone ? name.name : `${name.name} (${name.id})` };
  });
}
