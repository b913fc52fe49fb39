/** @file What `import … from "gradbook"` finds inside the cell: the names the statement allows, and "by hand here" for the rest. */
import { errors, library, libraryNames } from "cell:texts";
import type { Job } from "../../runner.ts";

/** Every use of the name says what is wrong: a call, `new`, a static member, `extends`. */
const FORBIDDEN = `
const forbidden = (name) => {
  const say = () => {
    throw new Error("by hand here: " + name + " of gradbook is not allowed in this exercise");
  };
  return new Proxy(function () {}, { apply: say, construct: say, get: say });
};`;

const LIBRARY = "gradbook/library";

/** Module text by the name that the job imports; undefined for what is not there. */
export function moduleText(name: string, { allows, source }: Job): string | undefined {
  if (name === LIBRARY) return allows.length ? library : undefined;
  if (name !== "gradbook") return undefined;
  // A stub for every name of the library would cost each job a millisecond; a name that is not written is not used.
  const written = libraryNames.filter((known) => known !== "NotImplementedError" && source.includes(known));
  const allowed = written.filter((known) => allows.includes(known));
  const stubs = written
    .filter((known) => !allows.includes(known))
    .map((known) => `export const ${known} = forbidden("${known}");`);
  return [
    errors,
    FORBIDDEN,
    ...stubs,
    ...(allowed.length ? [`export { ${allowed.join(", ")} } from "${LIBRARY}";`] : []),
  ].join("\n");
}
