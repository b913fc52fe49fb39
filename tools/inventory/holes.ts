/** @file What is missing between the lectures and the course: a sentence for each hole. */
import type { Course } from "./course.ts";
import type { Inventory, Places, Row } from "./inventory.ts";

/** None, if all that the lectures hold has a home, and every exercise and example comes from them and is tested. */
export function holesOf({ rows, errata }: Inventory, course: Course): readonly string[] {
  const ids = new Set(rows.map(({ id }) => id));
  const used = new Set(rows.flatMap(({ examples = [] }) => examples));
  const handled = new Set(errata.filter(({ handled }) => !isEmpty(handled)).map(({ id }) => id));
  return [
    ...rows.flatMap((row) => rowHoles(row, course)),
    ...errata.flatMap(({ id, handled, slips = [] }) => [
      ...(course.misprints.has(id) ? [] : [`misprint ${id} is not in grader/worked-examples.json`]),
      ...placeHoles(`misprint ${id}`, handled, course),
      ...slips.filter((slip) => !course.slips.has(slip)).map((slip) => `there is no test/slips/${slip}.ts`),
    ]),
    ...[...course.misprints.keys()]
      .filter((id) => !handled.has(id))
      .map((id) => `misprint ${id} has no home`),
    ...course.exercises.flatMap(({ number, sources }) =>
      sources.filter((id) => !ids.has(id)).map((id) => `exercise ${number} names ${id}, which is no row`),
    ),
    ...[...course.examples].flatMap(([id, { exercises, files }]) => [
      ...(used.has(id) ? [] : [`the worked example ${id} belongs to no row`]),
      ...(exercises.length + files.length ? [] : [`the worked example ${id} is neither checked nor tested`]),
    ]),
  ];
}

function rowHoles({ id, lessons = [], taught = {}, onlyMentioned, examples = [] }: Row, course: Course) {
  const homeless = isEmpty(taught) && !onlyMentioned;
  return [
    ...(homeless ? [`row ${id} has no home`] : []),
    ...lessons.filter((lesson) => !taught[lesson]).map((lesson) => `row ${id} is not taught in ${lesson}`),
    ...placeHoles(`row ${id}`, taught, course),
    ...examples
      .filter((example) => !course.examples.has(example))
      .map((example) => `row ${id} names ${example}, which is no worked example`),
  ];
}

const isEmpty = (places: Places) => Object.values(places).flatMap(Object.keys).length === 0;

/** As a reader sees it: a line may break anywhere. */
const oneLine = (text: string) => text.replace(/\s+/g, " ");

function placeHoles(what: string, places: Places, { sections }: Course): readonly string[] {
  return Object.entries(places).flatMap(([lesson, headings]) =>
    Object.entries(headings).flatMap(([heading, words]) => {
      const text = sections.get(lesson)?.get(heading);
      if (text === undefined) return [`${what}: ${lesson} has no section "${heading}"`];
      if (words.length === 0) return [`${what}: "${heading}" of ${lesson} is named without words of it`];
      return words
        .filter((said) => !oneLine(text).includes(oneLine(said)))
        .map((said) => `${what}: "${heading}" of ${lesson} does not say "${said}"`);
    }),
  );
}
