/** @file What a lesson's cells owe each other: imports on top, names declared once, every exercise shown. */
import type { Imported } from "../../grader/submissions/bindings.ts";
import { type Code, importAt, lessonFile, type Problem, problemAt } from "./code.ts";
import type { Lesson } from "./lesson.ts";

type Rule = (lesson: Lesson, codes: readonly Code[]) => readonly Problem[];

const modules = ["gradbook", "gradbook/plot", "gradbook/check"];

const importsOnTop: Rule = (_lesson, codes) =>
  codes
    .filter(({ exercise }) => !exercise)
    .flatMap((code, index) => {
      const { imports } = code.unit;
      const foreign = imports.find(({ module }) => !modules.includes(module));
      return [
        ...(imports.length && index > 0
          ? [problemAt(code, importAt(code), "import everything in the lesson's first code cell")]
          : []),
        ...(foreign
          ? [
              problemAt(
                code,
                importAt(code),
                `a lesson imports only ${modules.join(", ")}, not "${foreign.module}"`,
              ),
            ]
          : []),
      ];
    });

/** A starter's imports are stripped: the same names must be there already. */
const startersFindTheirImports: Rule = (lesson, codes) => {
  const key = ({ module, name, local }: Pick<Imported, "module" | "name" | "local">) =>
    `${name} ${local} ${module}`;
  const seen = new Set<string>();
  return codes.flatMap((code) => {
    const { exercise, unit } = code;
    if (!exercise) {
      for (const imported of unit.imports) seen.add(key(imported));
      return [];
    }
    // What an earlier exercise of the lesson defines is there as well: a starter may import its neighbour.
    const module = `./${exercise.id.split("/")[1]}.ts`;
    for (const name of exercise.exports) seen.add(key({ module, name, local: name }));
    return unit.imports
      .filter((imported) => !seen.has(key(imported)))
      .map(({ name, module }) =>
        problemAt(
          code,
          importAt(code),
          `${lessonFile(lesson)} imports no ${name} from "${module}" before this exercise`,
        ),
      );
  });
};

const namesDeclaredOnce: Rule = (_lesson, codes) => {
  const places = new Map<string, string>();
  return codes.flatMap((code) => {
    const imports = code.exercise
      ? []
      : code.unit.imports.map(({ local }) => ({ name: local, at: importAt(code) }));
    const declared = [...code.unit.declared].map(([name, [first]]) => ({
      name,
      at: first?.node.getStart() ?? 0,
    }));
    return [...imports, ...declared].flatMap(({ name, at }) => {
      const before = places.get(name);
      const problem = problemAt(code, at, `${name} is declared before, at ${before}`);
      const here = `${problem.file}:${problem.line}`;
      places.set(name, before ?? here);
      return before && before !== here ? [problem] : [];
    });
  });
};

const everyExerciseShownOnce: Rule = (lesson) => {
  const shown = new Set<string>();
  const file = lessonFile(lesson);
  const fences = lesson.blocks.filter(({ kind }) => kind === "exercise");
  const problems = fences.flatMap(({ text, line }): Problem[] => {
    const again = shown.has(text);
    shown.add(text);
    if (!lesson.exercises.has(text)) return [{ file, line, message: `there is no exercises/${text}.ts` }];
    return again ? [{ file, line, message: `${text} is shown a second time` }] : [];
  });
  const hidden = [...lesson.exercises.keys()].filter((id) => !shown.has(id));
  return [
    ...problems,
    ...hidden.map((id) => ({ file, line: 1, message: `no fence shows exercises/${id}.ts` })),
  ];
};

const startersExportWhatIsChecked: Rule = (_lesson, codes) =>
  codes.flatMap((code) =>
    (code.exercise?.exports ?? [])
      .filter((name) => !code.unit.exports.has(name))
      .map((name) => problemAt(code, 0, `it exports no ${name}, which its spec names`)),
  );

const checkIsImported: Rule = (lesson, codes) => {
  const [first] = codes;
  const imported = first?.unit.imports.some(
    ({ name, module }) => name === "check" && module === "gradbook/check",
  );
  if (imported || !first || lesson.exercises.size === 0) return [];
  return [problemAt(first, 0, 'the first code cell must import { check } from "gradbook/check"')];
};

export const lessonRules: readonly Rule[] = [
  importsOnTop,
  checkIsImported,
  startersFindTheirImports,
  startersExportWhatIsChecked,
  namesDeclaredOnce,
  everyExerciseShownOnce,
];
