import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeNotebook } from "../grader/submissions/nbformat.ts";
import { submit } from "../grader/submit.ts";

const lesson = path.join(import.meta.dirname, "../notebooks/02-toy-networks.ipynb");
let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gradbook submit "));
  mkdirSync(path.join(folder, "work"));
  copyFileSync(lesson, path.join(folder, "work/02-toy-networks.ipynb"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const inWork = (name: string) => path.join(folder, "work", name);
const run = (which = "02", answer = "", name?: string) =>
  submit(which, {
    folder,
    ...(name !== undefined && { name }),
    ask: async (question) => {
      said.push(question);
      return answer;
    },
    say: (line) => said.push(line.replace(/at \d.*:$/, "at …:")),
  });

describe("gradbook submit", { timeout: 120_000 }, () => {
  it("checks once more, says what is missing or copied, and writes one file with the student's name", async () => {
    const notebook = JSON.parse(readFileSync(lesson, "utf8"));
    const answers = notebook.cells.filter((cell: { id: string }) => cell.id.startsWith("answer-"));
    notebook.cells = [
      ...notebook.cells.filter((cell: unknown) => cell !== answers[0]),
      { ...answers[1], id: "copy" },
    ];
    writeFileSync(inWork("02-toy-networks.ipynb"), writeNotebook(notebook));

    const file = await run("2", "Zoë Hopper/X\n");
    expect(said.join("\n")).toMatchInlineSnapshot(`
      "Your name, as your instructor knows it: 
      02-toy-networks.ipynb as you saved it at …:
        – 2.1 Eight activations and their slopes: Not found, 0 of 2
            its answer cell is not in the notebook, and no other cell declares activation
        ○ 2.2 A chain, forwards and backwards: To do, 0 of 2
            note: cell 16 and cell 50 are marked as this answer, as happens to copies: cell 16 was graded
        ○ 2.3 The toy network forwards: To do, 0 of 1
        ○ 2.4 The toy network backwards: To do, 0 of 3
        ○ 2.5 Logistic regression backwards: To do, 0 of 2
        ○ 2.6 Six slopes on paper: To do, 0 of 1
        0 of 11 points

      Hand in this file: work/submit/02-toy-networks - Zoë Hopper-X.ipynb"
    `);
    expect(path.relative(folder, file)).toBe("work/submit/02-toy-networks - Zoë Hopper-X.ipynb");
    expect(readdirSync(inWork("submit"))).toEqual([path.basename(file)]);
    const handedIn = JSON.parse(readFileSync(file, "utf8"));
    expect(handedIn.metadata.gradbook).toEqual({ lesson: "02-toy-networks", student: "Zoë Hopper/X" });
    expect(handedIn.cells).toEqual(JSON.parse(readFileSync(inWork("02-toy-networks.ipynb"), "utf8")).cells);
  });

  it("asks for the name once, and keeps what was handed in before if it was changed", async () => {
    const file = await run("02", "Ada");
    writeFileSync(file, "worked on by mistake");
    said = [];
    expect(await run("work/02-toy-networks.ipynb")).toBe(file);
    expect(said.filter((line) => line.includes("name"))).toEqual([]);
    const [earlier] = readdirSync(inWork("submit/earlier"));
    expect(readFileSync(inWork(`submit/earlier/${earlier}`), "utf8")).toBe("worked on by mistake");
    expect(JSON.parse(readFileSync(inWork(".gradbook.json"), "utf8")).student).toBe("Ada");
  });

  it.each([
    ["there is no such lesson", () => run("09")],
    ["there is no such file", () => run("work/nowhere.ipynb")],
    ["no lesson is named", () => run("toy")],
    ["nobody gives a name", () => run("02", "")],
    [
      "several notebooks may be meant",
      () => {
        for (const copy of ["02-toy-networks-Copy1.ipynb", "02-toy-networks-Copy2.ipynb"])
          copyFileSync(lesson, inWork(copy));
        rmSync(inWork("02-toy-networks.ipynb"));
        return run();
      },
    ],
    [
      "the notebook is damaged",
      () => {
        writeFileSync(inWork("02-toy-networks.ipynb"), "{");
        return run("02", "Ada");
      },
    ],
  ])("writes nothing and says why if %s", async (_why, running) => {
    const message = await running().catch((error: Error) => error.message.replaceAll(folder, "…"));
    expect(message).toMatchSnapshot();
    expect(existsSync(inWork("submit"))).toBe(false);
  });
});
