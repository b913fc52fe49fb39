/** @file A notebook file's text → its cells, whatever a student or an editor has done to it. */
import type { Role } from "./nbformat.ts";

export interface SourceCell {
  /** From 1, as one counts in the notebook. */
  readonly number: number;
  readonly type: "code" | "markdown" | "raw";
  readonly id?: string;
  /** Line ends are \n. */
  readonly source: string;
  readonly role?: Role;
  readonly exercise?: string;
  readonly gradeId?: string;
}
export interface NotebookFile {
  readonly cells: readonly SourceCell[];
  readonly lesson?: string;
  readonly student?: string;
}

/** @returns the notebook, or a sentence that says why there is none */
export function readNotebook(text: string): NotebookFile | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "the file is not a notebook: its text is not JSON";
  }
  if (!isRecord(json)) return "the file is not a notebook: it holds no cells";
  if (Array.isArray(json["worksheets"]))
    return "this notebook has an old format (3): open it in JupyterLab, save it and hand it in again";
  if (!Array.isArray(json["cells"])) return "the file is not a notebook: it holds no cells";
  const cells = json["cells"].map(cellOf);
  if (cells.every(({ source }) => !source.trim())) return "the notebook is empty: no cell holds any text";
  const { lesson, student } = record(record(json["metadata"])["gradbook"]);
  return { cells, ...text1("lesson", lesson), ...text1("student", student) };
}

/** The name that `gradbook submit` wrote into the notebook. */
export function studentOf(text: string): string | undefined {
  const notebook = readNotebook(text);
  return typeof notebook === "string" ? undefined : notebook.student?.trim() || undefined;
}

function cellOf(json: unknown, index: number): SourceCell {
  const cell = record(json);
  const { gradbook, nbgrader } = record(cell["metadata"]);
  const { role, exercise } = record(gradbook);
  const type = cell["cell_type"];
  return {
    number: index + 1,
    type: type === "markdown" || type === "raw" ? type : "code",
    source: sourceOf(cell["source"]),
    ...text1("id", cell["id"]),
    ...(isRole(role) && { role }),
    ...text1("exercise", exercise),
    ...text1("gradeId", record(nbgrader)["grade_id"]),
  };
}

const sourceOf = (source: unknown): string => {
  const lines = Array.isArray(source) ? source : [source];
  return lines
    .filter((line) => typeof line === "string")
    .join("")
    .replaceAll(/\r\n?/g, "\n");
};

const isRole = (role: unknown): role is Role =>
  role === "lesson" || role === "free" || role === "answer" || role === "check";
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const text1 = <K extends string>(key: K, value: unknown) =>
  (typeof value === "string" ? { [key]: value } : {}) as { readonly [_ in K]?: string };
