/** @file The chosen source of an exercise → its answer: a module, or what keeps it from being one. */
import type { Course, CourseExercise } from "./course.ts";
import { link } from "./link.ts";
import type { Resolve, Target } from "./resolve.ts";
import { SOURCE_CHARACTERS, type Source } from "./source.ts";
import type { Answer, Origin } from "./submission.ts";

export function answerFrom(
  exercise: CourseExercise,
  main: Source,
  known: readonly string[],
  resolve: Resolve,
  course: Course,
): Answer {
  const broken = (sentence: string, origin?: Origin): Answer => ({
    exercise: exercise.id,
    broken: sentence,
    ...(origin && { origin }),
    warnings: known,
  });
  const syntaxError = ({ name, unit, origins }: Source): Answer => {
    const what = name === main.name ? "the answer" : `${name}, which the answer needs,`;
    const { line = 0, message = "" } = unit.problem ?? {};
    const sentence = `${what} cannot be read as TypeScript: ${message.replace(/\.$/, "")}`;
    return broken(sentence, origins[line]);
  };
  if (main.unit.problem) return syntaxError(main);

  const exported = exportedBy(exercise, main, resolve);
  const lacking = exercise.exports.filter((name) => !exported.has(name));
  const warnings = [...known, ...lacking.map((name) => `${main.name} declares no ${name}`)];
  if (!exported.size) return broken(`${main.name} declares no ${lacking.join(" and no ")}`);

  const module = link(exported, main, resolve);
  const unreadable = module.uses.find(({ unit }) => unit.problem);
  if (unreadable) return syntaxError(unreadable);
  const [absent] = module.absent;
  if (absent !== undefined) return broken(`the answer imports ${absent}, which was not handed in with it`);
  if (module.source.length > SOURCE_CHARACTERS)
    return broken("together with what it needs the answer is longer than 64 KiB");
  return {
    exercise: exercise.id,
    source: module.source,
    origins: module.origins,
    warnings: [...warnings, ...earlierAnswers(module.unknown, course)],
  };
}

function exportedBy(
  { exports }: CourseExercise,
  main: Source,
  resolve: Resolve,
): ReadonlyMap<string, Target> {
  const exported = new Map<string, Target>();
  for (const name of exports) {
    const target = resolve(main.unit.exports.get(name) ?? name, main);
    if (target && "source" in target) exported.set(name, target);
  }
  return exported;
}

/** An answer may call the one to an earlier exercise: if that is not there, its name says more than a crash. */
const earlierAnswers = (unknown: ReadonlySet<string>, { exercises }: Course): readonly string[] =>
  exercises.flatMap(({ title, exports }) =>
    exports
      .filter((name) => unknown.has(name))
      .map((name) => `it uses ${name}, the answer to ${title}, which is not in this submission`),
  );
