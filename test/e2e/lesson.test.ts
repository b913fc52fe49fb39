/** @file A student's first minutes: `npm start`, run all, fill in an answer, see it turn green. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Notebook, sourceOf } from "../../grader/submissions/nbformat.ts";
import { withSolutions } from "../kernel/run-notebook.ts";
import { cloneRepository } from "./clone.ts";
import { NotebookPage } from "./notebook-page.ts";

const browser = process.env["GRADBOOK_BROWSER"];
const repository = path.resolve(import.meta.dirname, "../..");
const pictures = path.join(repository, ".jupyter/e2e");
const timeout = 120_000;

describe.skipIf(!browser)("lesson 01 in JupyterLab", { timeout }, () => {
  let clone: ReturnType<typeof cloneRepository>;
  let start: ChildProcess;
  let lab: NotebookPage;
  let file: string;
  let cells: Notebook["cells"];
  const indexOf = (role: string) => cells.findIndex(({ metadata }) => metadata.gradbook?.role === role);
  const takePicture = (name: string) => lab.page.screenshot({ path: path.join(pictures, `${name}.png`) });

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    clone = cloneRepository();
    const args = ["tools/start.mjs", "--no-browser", "--lesson", "01"];
    start = spawn(process.execPath, args, { cwd: clone.folder, stdio: ["ignore", "pipe", "inherit"] });
    const address = await addressFrom(start);
    file = path.join(clone.folder, "work", path.basename(new URL(address).pathname));
    cells = (JSON.parse(readFileSync(file, "utf8")) as Notebook).cells;
    lab = await NotebookPage.open(browser ?? "", address);
  }, timeout);

  afterAll(async () => {
    await lab?.browser.close();
    start?.kill("SIGKILL");
    clone?.remove();
  });

  it("opens without a question and without calling it modified", async () => {
    expect(await lab.page.locator(".jp-Dialog, .jp-toast-button").count()).toBe(0);
    expect(await lab.isModified()).toBe(false);
  });

  it("runs from top to bottom without an error", async () => {
    await lab.runAll(cells.findLastIndex((cell) => cell.cell_type === "code" && sourceOf(cell).trim()));
    await takePicture("run-all");
    expect(await lab.redBoxes.allTextContents()).toEqual([]);
    expect(await lab.output(indexOf("check")).textContent()).toMatch(/to do/i);
  });

  it("shows a picture", async () => {
    const picture = lab.page.locator('.jp-OutputArea img[src^="data:image/svg+xml"]').first();
    const look = () =>
      picture.evaluate((element) => {
        const image = element as unknown as Picture;
        image.scrollIntoView({ block: "center" });
        const { x, y, width, height } = image.getBoundingClientRect();
        const middle = image.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
        return { uncovered: middle === image, pixels: image.naturalWidth, width, height };
      });
    // JupyterLab measures cells when they come into view, and moves what is below them.
    await expect.poll(async () => (await look()).uncovered, { timeout: 15_000 }).toBe(true);
    const seen = await look();
    await takePicture("picture");
    expect(Math.min(seen.pixels, seen.width, seen.height)).toBeGreaterThan(50);
  });

  it("turns an exercise green once it is solved", async () => {
    const answer = indexOf("answer");
    const exercise = cells[answer]?.metadata.gradbook?.exercise ?? "";
    await lab.rewrite(answer, withSolutions(exercise, ""));
    const card = lab.output(indexOf("check")).locator("div[style*=border-left]");
    await card.filter({ hasNotText: /to do/i }).waitFor();
    const colour = await card.evaluate((element) => (element as unknown as Picture).style.borderLeftColor);
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
    await card.scrollIntoViewIfNeeded();
    await takePicture("solved");
    expect(green).toBeGreaterThan(Math.max(red, blue));
  });

  it("draws the Mermaid text of a graph, whatever its numbers are called", async () => {
    const cell = indexOf("answer");
    await lab.rewrite(cell, mermaidCell);
    const drawn = lab.output(cell).locator(".jp-RenderedMermaid");
    await drawn.locator("img").waitFor();
    await drawn.scrollIntoViewIfNeeded();
    await takePicture("mermaid");
    const svg = decodeURIComponent((await drawn.locator("img").getAttribute("src")) ?? "");
    const labels = [...svg.matchAll(/<p>(.*?)<\/p>/g)].map(([, label = ""]) => label.split(/<br +\/>/));
    expect(labels.sort()).toEqual([
      ["-3"],
      ["2"],
      ['w"[0]; #1', "value 2", "gradient -3"],
      ["x → &lt;b&gt;", "value -3", "gradient 2"],
      ["×", "value -6", "gradient 1"],
    ]);
  });

  it("talks to nobody but its own server, and complains about nothing", () => {
    expect([...lab.hosts]).toEqual([new URL(lab.page.url()).host]);
    expect(lab.complaints).toEqual([]);
  });

  it("ends at Ctrl-C", async () => {
    const ended = once(start, "exit");
    start.kill("SIGINT");
    expect((await ended)[0]).toBe(0);
    await expect(fetch(lab.page.url())).rejects.toThrow();
  });
});

/** A graph with names that mean something to Mermaid, as a student shows it. */
const mermaidCell = `
import { display } from "tslab";
import { Value } from "gradbook";
import { mermaid } from "gradbook/plot";
const named = new Value(2, 'w"[0]; #1').mul(new Value(-3, "x → <b>"));
named.backward();
display.markdown("\`\`\`mermaid\\n" + mermaid(named) + "\\n\`\`\`");
`;

/** The parts of the browser's elements that we look at; the project's own types know no DOM. */
interface Picture {
  readonly naturalWidth: number;
  readonly style: { readonly borderLeftColor: string };
  readonly ownerDocument: { elementFromPoint(x: number, y: number): unknown };
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
  scrollIntoView(options: { block: "center" }): void;
}

/** What `npm start` prints once the lessons are open. */
function addressFrom(start: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((resolve, reject) => {
    start.stdout?.on("data", (text) => {
      printed += text;
      const address = /http:\S+token=\S+/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    start.once("exit", () => reject(new Error(`npm start ended without an address:\n${printed}`)));
  });
}
