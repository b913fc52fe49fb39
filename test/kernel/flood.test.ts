/** @file Cells that print too much. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { Kernel } from "./kernel.ts";
import { ours } from "./kernelspec.ts";
import { displays, streamText } from "./output.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(ours, import.meta.dirname);
}, 60_000);
afterAll(() => kernel.stop());

it("shows the first 256 KB of a cell's text and says that there was more", async () => {
  const answer = await kernel.execute('for (let i = 0; i < 30_000; i++) console.log("0123456789");');
  expect(streamText(answer)).toHaveLength(256 * 1024);
  expect(streamText(answer, "stderr")).toBe("\n… the rest of this cell's output is not shown\n");
});

it("shows the next cell's text again", async () => {
  expect(streamText(await kernel.execute('console.log("hello")'))).toBe("hello\n");
});

it("stops a runaway print loop", async () => {
  const answer = kernel.execute('while (true) console.log("again");', { stopOnError: false });
  await new Promise((resolve) => setTimeout(resolve, 400));
  kernel.process.kill("SIGINT");
  expect((await answer).reply["ename"]).toBe("Interrupted");
});

it("keeps prints, displays and errors in order", async () => {
  const code = [
    'import { display } from "tslab";',
    "for (let i = 0; i < 300; i++) console.log(i);",
    'display.text("picture");',
    'console.error("warning");',
    'console.log("end");',
    'throw new Error("last");',
  ].join("\n");
  const { output } = await kernel.execute(code, { stopOnError: false });
  const kinds = output.map(({ type, content }) => content["name"] ?? type);
  expect(kinds.filter((kind, i) => kind !== kinds[i - 1])).toEqual([
    "execute_input",
    "stdout",
    "display_data",
    "stderr",
    "stdout",
    "error",
  ]);
});

it("replaces updates of one display in a flood, and keeps the last", async () => {
  const code = [
    'import { newDisplay } from "tslab";',
    "const live = newDisplay();",
    "for (let i = 0; i < 2000; i++) live.text(String(i));",
  ].join("\n");
  const answer = await kernel.execute(code);
  const updates = answer.output.filter((message) => message.type === "update_display_data");
  expect(displays(answer)).toHaveLength(1);
  expect(updates.length).toBeLessThan(1000);
  expect(updates.at(-1)?.content["data"]).toEqual({ "text/plain": "1999" });
});
