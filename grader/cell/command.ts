/** @file The command line of a cell: Node, its limits, and around it what the level adds. */
import { availableParallelism } from "node:os";
import path from "node:path";
import { bubblewrap } from "./bubblewrap.ts";

/** The bundle of ./child, which tools/cell-bundle.mjs writes; this file runs from grader/cell or from dist/grader/cell. */
export const CELL_FILE = path.resolve(
  import.meta.dirname,
  import.meta.filename.endsWith(".ts") ? "../../dist/cell.mjs" : "../../cell.mjs",
);

/** Node's seat belt: no files but its own, no processes, no addons. Node 24 refuses the flag by its old name. */
function permissionFlags(file: string): string[] {
  const known = process.allowedNodeEnvironmentFlags;
  const flag = ["--permission", "--experimental-permission"].find((name) => known.has(name));
  return flag ? [flag, `--allow-fs-read=${file}`] : [];
}

const nodeFlags = (file: string): string[] => [
  "--no-warnings",
  "--max-old-space-size=96",
  // Room for QuickJS's own stack of 1 MiB inside V8's; Windows threads have 1 MiB in all.
  ...(process.platform === "win32" ? [] : ["--stack-size=3900"]),
  ...permissionFlags(file),
];

/** No core files, no file writes, few descriptors, CPU seconds in all, data segment in KiB (macOS has no such limit). */
const LIMITS = "ulimit -c 0; ulimit -f 0; ulimit -n 64; ulimit -t 600; ulimit -d 1048576 2>/dev/null";
const withLimits = (argv: readonly string[]): readonly string[] =>
  process.platform === "win32" ? argv : ["/bin/sh", "-c", `${LIMITS}; exec "$@"`, "cell", ...argv];

/** @returns the command, or undefined where this machine has no such level */
export function commandOf(level: 1): readonly string[];
export function commandOf(level: 2): readonly string[] | undefined;
export function commandOf(level: 1 | 2): readonly string[] | undefined {
  if (level === 1) return withLimits([process.execPath, ...nodeFlags(CELL_FILE), CELL_FILE]);
  const wrapped = bubblewrap(process.execPath, CELL_FILE);
  return wrapped && withLimits([...wrapped.argv, ...nodeFlags(wrapped.file), wrapped.file]);
}

export const cores = availableParallelism();
