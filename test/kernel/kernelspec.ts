/** @file The kernels under test: ours, ours without one mend, and tslab as it comes. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export const repository = path.resolve(import.meta.dirname, "../..");
const ourFolder = path.join(repository, "tools/jupyter/kernels/tslab");

export interface Kernelspec {
  readonly argv: readonly string[];
}

/** A kernelspec as a Jupyter server reads it. */
function readKernelspec(folder: string): Kernelspec {
  const spec = JSON.parse(readFileSync(path.join(folder, "kernel.json"), "utf8")) as Kernelspec;
  return { argv: spec.argv.map((part) => part.replace("{resource_dir}", folder)) };
}

export const ours = readKernelspec(ourFolder);

export const stock: Kernelspec = {
  argv: [
    process.execPath,
    path.join(repository, "node_modules/tslab/bin/tslab"),
    "kernel",
    "--config-path",
    "{connection_file}",
  ],
};

/** The names of the mends, as launch.cjs lists them. */
export function mendNames(): string[] {
  const launcher = readFileSync(path.join(ourFolder, "launch.cjs"), "utf8");
  return [...launcher.matchAll(/^ {2}require\(".\/mends\/(.+)\.cjs"\),$/gm)].map(([, name]) => name ?? "");
}

/** Our kernel with the line of one mend deleted from a copy of the launcher. */
export function withoutMend(name: string): Kernelspec & { remove(): void } {
  const cache = path.join(repository, "node_modules/.cache"); // inside the repository, so that tslab is found
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, `kernel-without-${name}-`));
  cpSync(ourFolder, folder, { recursive: true });
  const launcher = path.join(folder, "launch.cjs");
  const lines = readFileSync(launcher, "utf8").split("\n");
  writeFileSync(launcher, lines.filter((line) => !line.includes(`/${name}.cjs"`)).join("\n"));
  return { ...readKernelspec(folder), remove: () => rmSync(folder, { recursive: true }) };
}
