import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ensureJupyterLab, makeVenv } from "../../tools/setup/jupyterlab.mjs";
import { newFolder, onlyWith, write } from "./sandbox.ts";

/** A Python whose `-m venv DIR` makes an environment whose pip does what the script says. */
const pythonWithPip = (pip: string) =>
  [
    'if [ "$1" = -c ]; then echo 3.11; exit 0; fi',
    'mkdir -p "$3/bin"',
    `printf '%s\\n' '#!/bin/sh' '${pip}' > "$3/bin/python"`,
    'chmod +x "$3/bin/python"',
  ].join("\n");
const offline = `echo "Retrying after connection broken by NewConnectionError" >&2; exit 1`;

describe("ensureJupyterLab", () => {
  it("takes a JupyterLab 4 that is installed", async () => {
    expect(await ensureJupyterLab(newFolder(), onlyWith({ jupyter: "echo 4.2.5" }))).toEqual([
      "jupyter",
      "lab",
    ]);
  });

  it.each([
    ["an old one", { jupyter: "echo 3.6.8" }],
    ["jupyter without lab", { jupyter: "exit 1" }],
    ["none", {}],
  ])("makes its own where there is %s", async (_, commands) => {
    const root = newFolder();
    const env = onlyWith({ ...commands, python3: pythonWithPip("exit 0") });
    const command = await ensureJupyterLab(root, env);
    expect(command).toEqual([path.join(root, ".jupyter/venv/bin/python"), "-m", "jupyterlab"]);
  });

  it("runs nothing the second time", async () => {
    const root = newFolder();
    const first = await ensureJupyterLab(root, onlyWith({ python3: pythonWithPip("exit 0") }));
    expect(await ensureJupyterLab(root, onlyWith({}))).toEqual(first);
  });

  it("removes and remakes what an earlier set-up left half made", async () => {
    const root = newFolder();
    write(root, { ".jupyter/venv/bin/python": "", ".jupyter/venv/half-made": "" });
    await ensureJupyterLab(root, onlyWith({ python3: pythonWithPip("exit 0") }));
    expect(existsSync(path.join(root, ".jupyter/venv/half-made"))).toBe(false);
  });

  it("goes without Python's venv module where JupyterLab is installed", async () => {
    const env = onlyWith({ jupyter: "echo 4.6.6", python3: "exit 1" });
    expect(await ensureJupyterLab(newFolder(), env)).toEqual(["jupyter", "lab"]);
  });
});

describe("makeVenv", () => {
  it.each([
    [
      "there is no network",
      offline,
      /because there is no connection to Python's package index: connect to the/,
    ],
    [
      "the disk is full",
      'echo "OSError: No space left" >&2; exit 1',
      /its installer says: OSError: No space left$/,
    ],
  ])("leaves nothing when %s, and says so", async (_, pip, sentence) => {
    const root = newFolder();
    const made = makeVenv(
      path.join(root, ".jupyter/venv"),
      "python3",
      onlyWith({ python3: pythonWithPip(pip) }),
    );
    await expect(made).rejects.toThrow(sentence);
    expect(readdirSync(path.join(root, ".jupyter"))).toEqual([]);
  });
});
