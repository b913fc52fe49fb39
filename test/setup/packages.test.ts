import { existsSync, readdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { buildIsFresh, installPackages, packagesAreInstalled } from "../../tools/setup/packages.mjs";
import { newFolder, onlyWith, write } from "./sandbox.ts";

const lock = (packages: object) => JSON.stringify({ packages });

describe("packagesAreInstalled", () => {
  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", optional: true },
  };

  it.each([
    [
      "everything is there",
      { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" } },
      true,
    ],
    ["only an optional package is missing", { "node_modules/a": { version: "1.0.0" } }, true],
    ["a package is missing", { "node_modules/b": { version: "2.0.0" } }, false],
    ["a package is of another version", { "node_modules/a": { version: "0.9.0" } }, false],
  ])("%s", (_, found, installed) => {
    const root = newFolder();
    write(root, { "package-lock.json": lock(wanted), "node_modules/.package-lock.json": lock(found) });
    expect(packagesAreInstalled(root)).toBe(installed);
  });

  it("a set-up that was broken off: npm writes its list last", () => {
    const root = newFolder();
    write(root, { "package-lock.json": lock(wanted), "node_modules/a/package.json": "{}" });
    expect(packagesAreInstalled(root)).toBe(false);
  });
});

describe("installPackages", () => {
  /** What is in node_modules after a failure. */
  const kept = async (root: string, npm: string | undefined) => {
    write(root, { ".jupyter/x": "", "node_modules/before/package.json": "{}" });
    const env = onlyWith(npm === undefined ? {} : { npm });
    const error = await installPackages(root, env).catch((problem: Error) => problem.message);
    return { error, packages: readdirSync(path.join(root, "node_modules")) };
  };

  it("replaces what was there", async () => {
    const { error, packages } = await kept(newFolder(), "mkdir -p node_modules/after");
    expect(error).toBeUndefined();
    expect(packages).toEqual(["after"]);
  });

  it("keeps what was there when there is no network, and says so", async () => {
    const npm = "mkdir -p node_modules/half; echo 'npm error code EAI_AGAIN' >&2; exit 1";
    const { error, packages } = await kept(newFolder(), npm);
    expect(error).toMatchInlineSnapshot(
      `"The npm packages could not be fetched because there is no connection to their registry: connect to the internet and try again."`,
    );
    expect(packages).toEqual(["before"]);
  });

  it("says what npm says about anything else", async () => {
    const { error } = await kept(
      newFolder(),
      "printf 'npm error code ENOSPC\\nnpm error no space left\\nnpm error A complete log of this run: x\\n' >&2; exit 1",
    );
    expect(error).toMatchInlineSnapshot(`"The npm packages could not be installed; npm says: no space left"`);
  });

  it("says that npm is missing", async () => {
    expect((await kept(newFolder(), undefined)).error).toMatchInlineSnapshot(
      `"npm was not found; it comes with Node: https://nodejs.org."`,
    );
  });

  it("leaves nothing where there was nothing", async () => {
    const root = newFolder();
    write(root, { ".jupyter/x": "" });
    await installPackages(root, onlyWith({ npm: "mkdir -p node_modules/half; exit 1" })).catch(() => {});
    expect(existsSync(path.join(root, "node_modules"))).toBe(false);
  });
});

describe("buildIsFresh", () => {
  const source = {
    "src/index.ts": "",
    "grader/judge/judge.ts": "",
    "exercises/01/a.ts": "",
    "tools/build.mjs": "",
    "tools/cell-bundle.mjs": "",
    "tsconfig.json": "",
    "tsconfig.build.json": "",
  };

  it("is false before the first build and after a change, true in between", () => {
    const root = newFolder();
    write(root, source);
    expect(buildIsFresh(root)).toBe(false);
    write(root, { "dist/.built": "" });
    expect(buildIsFresh(root)).toBe(true);
    const later = Date.now() / 1000 + 10;
    utimesSync(path.join(root, "grader/judge/judge.ts"), later, later);
    expect(buildIsFresh(root)).toBe(false);
  });
});
