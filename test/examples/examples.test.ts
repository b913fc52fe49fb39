/** The examples run: a few steps, a plot each, in under 40 lines. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../examples");

describe.each(["moons", "digits"])("examples/%s.ts", (name) => {
  const file = path.join(folder, `${name}.ts`);
  it("is short", () => {
    expect(readFileSync(file, "utf8").trimEnd().split("\n").length).toBeLessThan(40);
  });
  it("trains for a few steps, says how well, and writes its plot", () => {
    const out = mkdtempSync(path.join(tmpdir(), "example-"));
    const plot = path.join(out, "plot.svg");
    const flags = ["--conditions=source", "--import", "tsx"];
    const said = execFileSync(process.execPath, [...flags, file, plot, "2"], { encoding: "utf8" });
    expect(said).toMatch(/\d+ of 200/);
    expect(readFileSync(plot, "utf8")).toMatch(/^<svg[\s\S]*<path/);
    rmSync(out, { recursive: true });
  }, 60_000);
});
