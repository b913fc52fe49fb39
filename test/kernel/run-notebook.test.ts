/** @file The notebook runner itself, on a notebook of five cells. */
import { describe, expect, it } from "vitest";
import type { Notebook } from "../../grader/submissions/nbformat.ts";
import { ours, stock } from "./kernelspec.ts";
import { redBox, streamText } from "./output.ts";
import { runNotebook } from "./run-notebook.ts";

const code = (source: string, gradbook?: { role: "answer"; exercise: string }) => ({
  cell_type: "code" as const,
  metadata: gradbook ? { gradbook } : {},
  source,
});

const notebook: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    { cell_type: "markdown", metadata: {}, source: "# Half" },
    code("const x: number = 3;"),
    code("function half(n: number): number {\n  throw new Error('to do');\n}", {
      role: "answer",
      exercise: "00-fixture/half",
    }),
    code(""),
    code("console.log(half(x));"),
    code(["console.log(", "x);"].join("\n")),
  ],
};

describe.each([
  ["our kernel", ours],
  ["stock tslab", stock],
])("runNotebook in %s", { timeout: 60_000 }, (name, spec) => {
  it("runs every code cell, also after one that fails", async () => {
    const { codeCells, cells } = await runNotebook(notebook, spec);
    expect(codeCells).toBe(4);
    expect(cells.map(({ index, status }) => [index, status])).toEqual([
      [1, "ok"],
      [2, "ok"],
      [4, "error"],
      [5, "ok"],
    ]);
    const failed = cells[2]?.answer;
    const shown = failed && (name === "our kernel" ? redBox(failed)?.evalue : streamText(failed, "stderr"));
    expect(shown).toContain("to do");
  });

  it("puts other text into answer cells", async () => {
    const half = (exercise: string) => `// ${exercise}\nfunction half(n: number): number { return n / 2; }`;
    const { cells } = await runNotebook(notebook, spec, half);
    expect(cells.map(({ status }) => status)).toEqual(["ok", "ok", "ok", "ok"]);
    expect(cells.map(({ answer }) => streamText(answer))).toEqual(["", "", "1.5\n", "3\n"]);
  });
});
