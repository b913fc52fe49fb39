/** @file The TypeScript files below a folder, in order. */
import { readdirSync } from "node:fs";
import path from "node:path";

/** Regular files only, at any depth; paths relative to the folder, with "/". */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith(".ts") && !item.name.endsWith(".d.ts"))
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join("/"))
    .sort();
