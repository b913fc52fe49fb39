/** @file Level 2: the cell inside bubblewrap's namespaces: no home, no project, no network, no other process to see. */
import { existsSync } from "node:fs";
import path from "node:path";

const LIBRARIES = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"];
const NODE = "/node";
const CELL = "/cell.mjs";

const find = (program: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => path.isAbsolute(file) && existsSync(file));

/**
 * The command up to Node itself, and the cell's path as seen inside.
 *
 * @returns undefined where there is no bubblewrap; whether it works is only known by trying (see ./pool.ts)
 */
export function bubblewrap(
  node: string,
  cell: string,
): { argv: readonly string[]; file: string } | undefined {
  const program = process.platform === "linux" ? find("bwrap") : undefined;
  if (!program) return undefined;
  const argv = [
    program,
    ...["--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"],
    ...["--uid", "65534", "--gid", "65534", "--dev", "/dev"],
    ...LIBRARIES.flatMap((folder) => ["--ro-bind-try", folder, folder]),
    ...["--ro-bind", node, NODE, "--ro-bind", cell, CELL, "--chdir", "/", "--", NODE],
  ];
  return { argv, file: CELL };
}
