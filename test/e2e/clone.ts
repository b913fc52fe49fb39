/** @file A second gradbook folder to start from, so that no one's work/ is touched. Its path holds a space. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../..");

/**
 * The tracked files and the build; what was fetched (npm packages, JupyterLab) is shared by links. It lies inside the
 * repository: TypeScript refuses to name a package's types that only a link leads to.
 */
export function cloneRepository(): { folder: string; remove(): void } {
  mkdirSync(path.join(repository, ".jupyter"), { recursive: true });
  const parent = mkdtempSync(path.join(repository, ".jupyter/grad book-"));
  const folder = path.join(parent, "gradbook");
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: repository, encoding: "utf8" }).split("\0");
  for (const file of [...tracked, "dist"]) {
    const from = path.join(repository, file);
    if (file && existsSync(from)) {
      cpSync(from, path.join(folder, file), { recursive: true, preserveTimestamps: true });
    }
  }
  const now = new Date();
  utimesSync(path.join(folder, "dist/.built"), now, now); // younger than the folders that were just made
  mkdirSync(path.join(folder, ".jupyter"));
  for (const shared of ["node_modules", ".jupyter/venv"]) {
    const from = path.join(repository, shared);
    if (existsSync(from)) symlinkSync(from, path.join(folder, shared));
  }
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
