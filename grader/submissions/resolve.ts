/** @file What a name means in a submission: a declaration in some source, an import, or a global of JavaScript. */
import type { Imported } from "./bindings.ts";
import type { Source } from "./source.ts";

/** What a name refers to. */
export type Target =
  | { readonly source: Source; readonly name: string }
  | { readonly imported: Imported }
  /** `import … from "./file.ts"`, and there is no such file. */
  | { readonly absent: string };

/** Meaning of a name that is used in `from`; undefined for globals. */
export type Resolve = (name: string, from: Source) => Target | undefined;

/**
 * In a notebook every cell sees every other: a cell's own declaration, else the chosen answer to the exercise that
 * exports the name, else the last of the student's cells that declares or imports it, else the lesson's.
 *
 * @param answers the chosen answers by the names they export
 * @param leftovers asked last: cells that do not parse, and of a lesson that is not today's
 */
export function inNotebook(
  answers: ReadonlyMap<string, Source>,
  own: readonly Source[],
  lesson: readonly Source[],
  leftovers: readonly Source[],
): Resolve {
  const others = [...leftovers, ...lesson, ...own].reverse();
  return (name, from) => {
    const sources = [from, answers.get(name) ?? from, ...others];
    const source = sources.find(({ unit }) => unit.declared.has(name));
    return source ? { source, name } : importIn(sources, name);
  };
}

function importIn(sources: readonly Source[], name: string): Target | undefined {
  for (const { unit } of sources) {
    const imported = unit.imports.find(({ local }) => local === name);
    if (imported) return { imported };
  }
  return undefined;
}

/** A script sees its own declarations and imports; what it imports from a file beside it is looked up there. */
export function inScript(siblings: ReadonlyMap<string, Source>): Resolve {
  return (name, from) => {
    if (from.unit.declared.has(name)) return { source: from, name };
    const imported = from.unit.imports.find(({ local }) => local === name);
    if (!imported?.module.startsWith(".") || imported.typeOnly) return imported && { imported };
    const sibling = siblings.get(imported.module.replace(/(\.[jt]s)?$/, ".ts"));
    const local = sibling?.unit.exports.get(imported.name);
    return sibling && local !== undefined ? { source: sibling, name: local } : { absent: imported.module };
  };
}
