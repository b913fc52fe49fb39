/** @file Whose submission a path is: the names that nbgrader, Canvas, Moodle, GitHub Classroom and `submit` give. */
import path from "node:path";

export interface Name {
  readonly name: string;
  /** A number that the learning platform adds; told when two students have the same name. */
  readonly id?: string;
}

/** lovelaceada_12345_67890_02-toy-networks.ipynb, lovelaceada_LATE_12345_67890_… */
const canvas = /^(?<name>.+?)_(?:late_)?(?<id>\d+)_\d+_./i;
/** Ada Lovelace_1234_assignsubmission_file_, as a folder or in front of a file's name. */
const moodle = /^(?<name>.+?)_(?<id>\d+)_assignsubmission_/i;
/** 02-toy-networks - Ada Lovelace.ipynb, as `gradbook submit` writes it. */
const submit = /^\d\d-[\w-]+ - (?<name>.+)$/;

/** The name that a file's name surely holds. */
export const nameOfFile = (file: string): Name | undefined => match(stem(file), [moodle, canvas, submit]);

/** The student of a folder; `parent` is the folder it lies in. */
export function nameOfFolder(folder: string, parent: string): Name {
  const assignment = /^(.+)-submissions$/.exec(parent)?.[1]; // GitHub Classroom: ps1-submissions/ps1-ada
  if (assignment && folder.startsWith(`${assignment}-`)) return { name: folder.slice(assignment.length + 1) };
  return match(folder, [moodle]) ?? { name: folder };
}

/** The last resort: the file's name without lesson, copy number and ending. */
export function guessFromFile(file: string): string {
  const whole = stem(file);
  const rest = whole
    .replace(/\d\d-[a-z]+(?:-[a-z]+)*/, "")
    .replace(/\(\d+\)|-Copy\d+/g, "")
    .replace(/^[\s_.-]+|[\s_.-]+$/g, "");
  return rest || whole;
}

function match(text: string, patterns: readonly RegExp[]): Name | undefined {
  for (const pattern of patterns) {
    const { name, id } = pattern.exec(text)?.groups ?? {};
    // With blind marking Moodle calls everybody "Participant".
    if (name) return { name: name === "Participant" ? `${name} ${id}` : name, ...(id && { id }) };
  }
  return undefined;
}

const stem = (file: string) => path.basename(file).replace(/(\.ipynb)?\.(ipynb|ts|txt|json)$/i, "");
