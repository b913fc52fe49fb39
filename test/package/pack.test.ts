/** The package as npm packs it, in an empty project: import, require, types. It packs what was last built. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const project = mkdtempSync(path.join(tmpdir(), "package-"));
const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
let files: string[] = [];

beforeAll(() => {
  const npm = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const [packed] = JSON.parse(execFileSync("npm", npm, { cwd: root, encoding: "utf8" }));
  files = packed.files.map((file: { path: string }) => file.path);
  const target = path.join(project, "node_modules/gradbook");
  mkdirSync(target, { recursive: true });
  run("tar", "-xzf", packed.filename, "-C", target, "--strip-components=1");
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));

const body = "const x = new Value(3); x.mul(x).backward(); console.log(x.grad, tensor([1, 2]).sum().item());";

describe("the package", () => {
  it("works with import", () => {
    writeFileSync(path.join(project, "a.mjs"), `import { tensor, Value } from "gradbook"; ${body}`);
    expect(run(process.execPath, "a.mjs")).toBe("6 3\n");
  });
  it("works with require", () => {
    writeFileSync(path.join(project, "a.cjs"), `const { tensor, Value } = require("gradbook"); ${body}`);
    expect(run(process.execPath, "--no-warnings", "a.cjs")).toBe("6 3\n");
  });
  it("loads its pictures, and the checks of the notebook", () => {
    const text = 'import "gradbook/plot"; import { check } from "gradbook/check"; console.log(typeof check);';
    writeFileSync(path.join(project, "b.mjs"), text);
    expect(run(process.execPath, "b.mjs")).toBe("function\n");
  });
  it("brings its types", () => {
    const text = [
      'import { grad, type Tensor, tensor, Value } from "gradbook";',
      "export const slope: number = new Value(3).grad;",
      "export const g: Tensor = grad((x: Tensor) => x.sum())(tensor([1, 2]));",
      "// @ts-expect-error: a label is a text",
      "new Value(3, 4);",
    ];
    writeFileSync(path.join(project, "a.mts"), text.join("\n"));
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023"];
    expect(run(process.execPath, tsc, ...flags, "a.mts")).toBe("");
  }, 60_000);
  it("holds the library and the grader, and neither tests, starters, solutions nor source maps", () => {
    expect(files).toEqual(
      expect.arrayContaining(["dist/src/index.js", "dist/src/index.d.ts", "dist/grader/cli.js"]),
    );
    expect(files.filter((file) => /(^|\/)(test|solutions|exercises)\/|\.map$/.test(file))).toEqual([]);
  });
});
