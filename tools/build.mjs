/** @file `npm run build`: lists the specs, compiles src/ and grader/ into dist/, bundles the library and the cell. */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { bundleCell } from "./cell-bundle.mjs";

const root = path.resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

/** Writes grader/specs/index.ts: every spec by its slug, so that adding one touches no list; with its guided points. */
export function listSpecs() {
  const specs = path.join(root, "grader/specs");
  const slugs = readdirSync(specs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((lesson) => readdirSync(path.join(specs, lesson.name)).map((file) => `${lesson.name}/${file}`))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".slips.ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  const lines = [
    "/** @file Written by `npm run build`: every spec by its slug. */",
    'import type { AnyExercise } from "../exercise.ts";',
    ...slugs.map((slug, i) => `import spec${i} from "./${slug}.ts";`),
    "",
    "export const specs: Readonly<Record<string, AnyExercise>> = {",
    ...slugs.map(
      (slug, i) => `  "${slug}": ${withPoints(`spec${i}`, path.join(specs, `${slug}.points.json`))},`,
    ),
    "};",
    "",
  ];
  writeFileSync(path.join(specs, "index.ts"), lines.join("\n"));
}

/**
 * A spec with the seeds that `npm run points` chose for it.
 * @param {string} spec
 * @param {string} file
 */
function withPoints(spec, file) {
  const seeds = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).seeds : [];
  return seeds.length ? `{ ...(${spec} as AnyExercise), guided: [${seeds.join(", ")}] }` : spec;
}

/** What others import of src/: the package's own files, and what the grader takes from behind them. */
const entries = [
  "index",
  "plot/index",
  "vitest/index",
  "data/random",
  "numeric/double-double",
  "plot/display",
];

/** In place of the compiled files, a few that share what they have in common: some seventy load four times slower. */
async function bundleLibrary() {
  const outdir = path.join(root, "dist/src");
  for (const file of readdirSync(outdir, { recursive: true, encoding: "utf8" }))
    if (/\.js(\.map)?$/.test(file)) rmSync(path.join(outdir, file));
  await build({
    entryPoints: entries.map((entry) => path.join(root, "src", `${entry}.ts`)),
    outbase: path.join(root, "src"),
    outdir,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
  });
}

/** All but the cell: a grading run that is under way goes on starting new ones. */
function emptyDist() {
  const dist = path.join(root, "dist");
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist).filter((entry) => entry !== "cell.mjs"))
    rmSync(path.join(dist, name), { recursive: true });
}

if (process.argv[1] === import.meta.filename) {
  listSpecs();
  emptyDist();
  execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  chmodSync(path.join(root, "dist/grader/cli.js"), 0o755); // npm does so only when it links it
  await Promise.all([bundleLibrary(), bundleCell()]);
  cpSync(path.join(root, "grader/worked-examples.json"), path.join(root, "dist/grader/worked-examples.json"));
  writeFileSync(path.join(root, "dist/.built"), ""); // last: what is older than its sources, or lacks this, is not built
}
