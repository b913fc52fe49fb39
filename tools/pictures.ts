/** @file `npm run pictures`: writes docs/lessons/NN.svg, for each lesson the picture that stands for it in the README. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lessonSlugs, readLesson, root } from "./notebook/lesson.ts";

/** By lesson: how the words of its picture begin. */
const chosen: Readonly<Record<string, string>> = {
  "01": "Errors over h",
  "02": "Computation graph. b: -0.3",
  "03": "Images of three circles",
  "04": "Computation graph. x3: -5",
  "05": "Counted multiplications",
  "06": "Three losses over r",
  "07": "A layer from",
  "08": "Two moons",
  "09": "A digit, a change r",
  "10": "Errors of a sound engine",
};

console.log = () => {}; // the lessons' own output

/** What the library looks for on globalThis to show HTML under a cell, and what it was given. */
const shown: string[] = [];
Object.assign(globalThis, {
  __tslab__: { require: () => ({ display: { html: (html: string) => shown.push(html) } }) },
});

/** Runs a lesson from top to bottom with the solutions in place. @returns the `<img>` elements that it shows */
async function run(slug: string): Promise<readonly string[]> {
  const { blocks, exercises } = await readLesson(slug);
  const solution = (id: string) =>
    `import { ${exercises.get(id)?.exports.join(", ")} } from ${JSON.stringify(path.join(root, "solutions", `${id}.ts`))};`;
  const source = blocks
    .filter(({ kind, text }) => kind !== "prose" && text !== "progress();")
    .map(({ kind, text }) => (kind === "exercise" ? solution(text) : text));
  const file = path.join(root, ".jupyter", `${slug}.ts`); // inside the project, where "gradbook" is known
  writeFileSync(file, source.join("\n"));
  try {
    await import(file);
  } finally {
    rmSync(file);
  }
  return shown.splice(0);
}

/** The SVG in an `<img>`; a hundredth of a pixel is enough for a file. */
function svgOf(image: string): string {
  const svg = Buffer.from(/base64,([^"]+)/.exec(image)?.[1] ?? "", "base64").toString();
  return svg.replace(/="[^"]*"/g, (attribute) => attribute.replace(/(\.\d\d)\d+/g, "$1"));
}

mkdirSync(path.join(root, ".jupyter"), { recursive: true });
for (const slug of lessonSlugs()) {
  const number = slug.slice(0, 2);
  const image = (await run(slug)).find((html) => html.startsWith(`<img alt="${chosen[number]}`));
  if (!image) throw new Error(`lesson ${number} shows no picture whose words begin with "${chosen[number]}"`);
  writeFileSync(path.join(root, `docs/lessons/${number}.svg`), svgOf(image));
}
