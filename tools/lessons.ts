/** @file `npm run lessons`: builds every notebook; `--check` only says which are stale; `--watch` rebuilds on save. */
import { watch, writeFileSync } from "node:fs";
import path from "node:path";
import { build, isFresh, notebookPath } from "./notebook/build.ts";
import { lessonSlugs, root } from "./notebook/lesson.ts";

type Handle = (slug: string, text: string) => boolean;

const write: Handle = (slug, text) => {
  if (!isFresh(slug, text)) {
    writeFileSync(notebookPath(slug), text);
    console.log(`notebooks/${slug}.ipynb built`);
  }
  return true;
};

const compare: Handle = (slug, text) => {
  if (!isFresh(slug, text)) console.log(`notebooks/${slug}.ipynb is stale: run \`npm run lessons\``);
  return isFresh(slug, text);
};

/** Builds the lessons and hands each on; prints what keeps one from being built. */
async function each(slugs: readonly string[], handle: Handle): Promise<boolean> {
  let fine = true;
  for (const slug of slugs) {
    const built = await build(slug);
    if ("text" in built) fine = handle(slug, built.text) && fine;
    else {
      for (const { file, line, message } of built.problems) console.error(`${file}:${line}: ${message}`);
      fine = false;
    }
  }
  return fine;
}

/** A save touches a file several times: build once it has been quiet for a moment. */
function rebuildOnSave() {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const rebuild = () => {
    const slugs = lessonSlugs().filter((slug) => changed.delete(slug));
    void each(slugs, write);
  };
  for (const folder of ["notebooks", "exercises"])
    watch(path.join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || !/\.(md|ts)$/.test(file)) return;
      changed.add(path.basename(file.split(path.sep)[0] ?? "", ".md"));
      clearTimeout(timer);
      timer = setTimeout(rebuild, 100);
    });
  console.log("Rebuilding a lesson whenever its text or a starter is saved. Ctrl-C ends it.");
}

const [option] = process.argv.slice(2);
if (option && !["--check", "--watch"].includes(option)) {
  console.error(`npm run lessons knows --check and --watch, not ${option}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await each(lessonSlugs(), option === "--check" ? compare : write)) ? 0 : 1;
  if (option === "--watch") rebuildOnSave();
}
