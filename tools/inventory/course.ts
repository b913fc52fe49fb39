/** @file What the course has, to compare with the inventory: sections, exercises, worked examples, wrong answers. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../../grader/catalogue.ts";
import { filesIn } from "../corpus/files.ts";
import { blocksOf } from "../notebook/blocks.ts";
import { lessonSlugs, root } from "../notebook/lesson.ts";

export interface CourseExercise {
  readonly id: string;
  /** "2.4" */
  readonly number: string;
  /** Rows of the inventory. */
  readonly sources: readonly string[];
}
interface Tested {
  readonly exercises: readonly string[];
  readonly files: readonly string[];
}
interface Misprint {
  readonly slide: string;
  readonly printed: string;
  readonly correct: string;
}
export interface Course {
  /** Lesson → heading → all that stands below it, code and captions too. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly exercises: readonly CourseExercise[];
  /** By the id of a worked example: the numbers of exercises that check it, and the files in test/ that name it. */
  readonly examples: ReadonlyMap<string, Tested>;
  readonly misprints: ReadonlyMap<string, Misprint>;
  /** "NN-lesson/name" */
  readonly slips: ReadonlySet<string>;
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");

export function readCourse(): Course {
  const { examples, errata } = JSON.parse(read("grader/worked-examples.json")) as {
    examples: readonly { id: string }[];
    errata: readonly (Misprint & { id: string })[];
  };
  return {
    sections: new Map(lessonSlugs().map((slug) => [slug, sectionsOf(read(`notebooks/${slug}.md`))])),
    exercises: catalogue.map(({ id, spec }) => ({
      id,
      number: numberOf(spec.title),
      sources: spec.source.split(", "),
    })),
    examples: testsOf(examples.map(({ id }) => id)),
    misprints: new Map(errata.map((erratum) => [erratum.id, erratum])),
    slips: new Set(filesIn(path.join(root, "test/slips")).map((file) => file.slice(0, -".ts".length))),
  };
}

const numberOf = (title: string) => title.split(" ", 1)[0] ?? "";

function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let heading = "";
  for (const { kind, text } of blocksOf(markdown)) {
    if (kind === "prose") heading = /^#+ (.*)/.exec(text)?.[1] ?? heading;
    sections.set(heading, `${sections.get(heading) ?? ""}\n${text}`);
  }
  return sections;
}

function testsOf(examples: readonly string[]): ReadonlyMap<string, Tested> {
  const files = ["lessons", "model", "nn"].flatMap((folder) =>
    filesIn(path.join(root, "test", folder)).map((file) => `${folder}/${file}`),
  );
  const texts = files.map((file) => [file, read(`test/${file}`)] as const);
  const checking = (id: string) => catalogue.filter(({ spec }) => spec.worked?.[0].includes(id));
  return new Map(
    examples.map((id) => [
      id,
      {
        exercises: checking(id).map(({ spec }) => numberOf(spec.title)),
        files: texts.filter(([, text]) => text.includes(`"${id}"`)).map(([file]) => file),
      },
    ]),
  );
}
