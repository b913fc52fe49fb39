import { expect, it } from "vitest";
import { findPython } from "../../tools/setup/python.mjs";
import { onlyWith } from "./sandbox.ts";

const python = (version: string, venv = "exit 0") =>
  `case "$2" in *ensurepip*) ${venv};; *) echo ${version};; esac`;

it("takes python3", async () => {
  expect(await findPython(onlyWith({ python3: python("3.11") }))).toBe("python3");
});

it("takes a newer one beside an old python3", async () => {
  expect(await findPython(onlyWith({ python3: python("3.8"), "python3.12": python("3.12") }))).toBe(
    "python3.12",
  );
});

it("says that there is none", async () => {
  await expect(findPython(onlyWith({}))).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: JupyterLab needs Python 3.10 or later, and no Python was found: install it (on Debian and Ubuntu: \`sudo apt-get install python3 python3-venv\`) and try again.]`,
  );
});

it("says that it is too old", async () => {
  await expect(findPython(onlyWith({ python3: python("3.9") }))).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: JupyterLab needs Python 3.10 or later, and this is Python 3.9: install a newer one (on Debian and Ubuntu: \`sudo apt-get install python3 python3-venv\`) and try again.]`,
  );
});

it("says that the venv module is missing", async () => {
  const env = onlyWith({ python3: python("3.11", "exit 1") });
  await expect(findPython(env)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: Python 3.11 is here, but not its venv module, which JupyterLab is installed with: install python3-venv (on Debian and Ubuntu: \`sudo apt-get install python3 python3-venv\`) and try again.]`,
  );
});
