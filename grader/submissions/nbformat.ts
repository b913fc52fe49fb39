/** @file Notebooks as JupyterLab writes them: the parts of nbformat 4.5 that we use, and the bytes of a saved file. */

/** What a cell is to gradbook; cells that a student adds have no role. `free`: of the lesson, but open to changes. */
export type Role = "lesson" | "free" | "answer" | "check";

export interface CellMetadata {
  readonly gradbook?: { readonly role: Role; readonly exercise?: string };
  readonly nbgrader?: { readonly grade_id: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}
export interface Cell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id?: string;
  readonly metadata: CellMetadata;
  /** Text, whole or in lines that keep their ends. */
  readonly source: string | readonly string[];
  readonly [key: string]: unknown;
}
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: {
    /** The lesson the notebook was built from; the student's name once it was handed in. */
    readonly gradbook?: { readonly lesson: string; readonly student?: string };
    readonly [key: string]: unknown;
  };
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

export const sourceOf = (cell: Cell): string =>
  typeof cell.source === "string" ? cell.source : cell.source.join("");

/** Byte for byte what JupyterLab saves, so that opening and saving a file of ours changes nothing. */
export function writeNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({ ...cell, source: inLines(sourceOf(cell)) }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}

const inLines = (source: string): string[] => source.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}
