/** @file Runs a notebook's cells in the real kernel and keeps what they print, as JupyterLab does before it saves. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { type Cell, sourceOf } from "../../grader/submissions/nbformat.ts";
import { type Answer, Kernel } from "../kernel/kernel.ts";
import { ours, repository } from "../kernel/kernelspec.ts";

type Data = Readonly<Record<string, unknown>>;
interface Output {
  readonly output_type: string;
  readonly [key: string]: unknown;
}

/**
 * @param runs whether the student ran the cell; one that never ended was stopped with the kernel, and holds no output
 * @returns the cells with outputs and execution counts, in the order in which they stand
 */
export async function executed(
  cells: readonly Cell[],
  runs: (cell: Cell) => boolean,
): Promise<readonly Cell[]> {
  mkdirSync(path.join(repository, ".jupyter"), { recursive: true });
  const folder = mkdtempSync(path.join(repository, ".jupyter", "sample-class-")); // there `import "gradbook"` works
  const kernel = await Kernel.start(ours, folder);
  try {
    const done: Cell[] = [];
    for (const cell of cells) {
      const source = sourceOf(cell);
      if (cell.cell_type !== "code" || !source.trim() || !runs(cell)) {
        done.push(cell);
        continue;
      }
      const answer = await kernel.execute(source, { stopOnError: false });
      done.push({ ...cell, execution_count: answer.reply["execution_count"], outputs: outputsOf(answer) });
    }
    return done;
  } finally {
    await kernel.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The messages of a cell as the outputs of a notebook: streams joined, updated displays in the place of the first. */
function outputsOf({ output }: Answer): readonly Output[] {
  const outputs: Output[] = [];
  const places = new Map<unknown, number>();
  for (const { type, content } of output) {
    const last = outputs.at(-1);
    if (type === "stream" && last?.output_type === type && last["name"] === content["name"])
      outputs[outputs.length - 1] = stream(content["name"], `${textOf(last)}${content["text"]}`);
    else if (type === "stream") outputs.push(stream(content["name"], `${content["text"]}`));
    else if (type === "error") outputs.push({ output_type: type, ...content });
    else if (type === "display_data" || type === "update_display_data") {
      const id = (content["transient"] as Data | undefined)?.["display_id"];
      const place = (type === "update_display_data" ? places.get(id) : undefined) ?? outputs.length;
      places.set(id, place);
      outputs[place] = { output_type: "display_data", data: inLines(content["data"] as Data), metadata: {} };
    }
  }
  return outputs;
}

const stream = (name: unknown, text: string): Output => ({ output_type: "stream", name, text: lines(text) });
const textOf = (output: Output) => (output["text"] as readonly string[]).join("");
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const inLines = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([mime, value]) => [mime, typeof value === "string" ? lines(value) : value]),
  );
