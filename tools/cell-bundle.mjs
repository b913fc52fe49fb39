/** @file Bundles the cell into one file, dist/cell.mjs: its program, QuickJS, and the texts that run inside QuickJS. */
import { mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const out = path.join(root, "dist/cell.mjs");
/** @param {string} file */
const from = (file) => path.join(root, file);

/**
 * One bundled text, and the names it exports.
 *
 * @param {import("esbuild").BuildOptions} options
 */
async function bundled(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    target: "es2022",
    conditions: ["source"],
    ...options,
    write: false,
    metafile: true,
  });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  return { text: outputFiles.map((output) => output.text).join(), names };
}

/** @param {string} file */
const moduleText = (file) => bundled({ entryPoints: [from(file)], format: "esm" });

/**
 * An expression whose value has the named exports of a file: each job parses it anew, so it carries nothing else.
 *
 * @param {string} file
 * @param {string} names
 */
async function expressionText(file, names) {
  const contents = `import { ${names} } from "./${file}"; made = { ${names} };`;
  const { text } = await bundled({ stdin: { contents, resolveDir: root }, format: "iife" });
  return `(() => { "use strict"; let made; ${text} return made; })()`;
}

async function texts() {
  const [inside, kit, errors, library] = await Promise.all([
    expressionText("grader/cell/child/inside.ts", "run, describe, printed"),
    expressionText("grader/cell/kit.ts", "makeKit"),
    moduleText("src/errors.ts"),
    moduleText("src/index.ts"),
  ]);
  return { inside, kit, errors: errors.text, library: library.text, libraryNames: library.names };
}

/**
 * Answers `import … from "cell:texts"` with the texts themselves.
 *
 * @type {import("esbuild").Plugin}
 */
const bundledTexts = {
  name: "cell:texts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cell:texts$/ }, () => ({ path: "texts", namespace: "cell" }));
    onLoad({ filter: /.*/, namespace: "cell" }, async () => ({
      contents: JSON.stringify(await texts()),
      loader: "json",
    }));
  },
};

/** Writes dist/cell.mjs in one step, so that no cell ever starts from half a file. */
export async function bundleCell() {
  mkdirSync(path.dirname(out), { recursive: true });
  const draft = `${out}.${process.pid}`;
  await build({
    entryPoints: [from("grader/cell/child/main.ts")],
    outfile: draft,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    loader: { ".wasm": "binary" },
    plugins: [bundledTexts],
    logLevel: "warning",
  });
  renameSync(draft, out);
}

/** @param {string} folder */
const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Bundles when the bundle is missing or older than its sources; also vitest's global set-up. */
export default async function ensureCell() {
  const built = statSync(out, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [from("grader/cell"), from("src"), import.meta.dirname];
  if (built < Math.max(...sources.map(newest))) await bundleCell();
}
