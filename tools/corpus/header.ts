/** @file What a corpus file says of itself, in the comment it begins with. */

export interface Header {
  /** "toynet" */
  readonly exercise: string;
  /** The ids of the mistake, any of which is right; none for a correct file. */
  readonly classes: readonly string[];
}

/** The comment in front of the code, whether of one block or of lines. */
const COMMENT = /^\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n?\s*)+)/;

/**
 * `exercise:`, `class:` and `also:`, one a line. A file without a class, or of class "correct", is correct.
 * @returns a sentence if there is no exercise, or a file in `wrong/` names no mistake
 */
export function headerOf(source: string, file: string): Header | string {
  const comment = COMMENT.exec(source.replace(/^\uFEFF/, ""))?.[0] ?? "";
  const said = (key: string) =>
    new RegExp(`^[\\s/*]*${key}:[ \\t]*([^\\n]*?)[\\s/*]*$`, "m").exec(comment)?.[1] ?? "";
  const exercise = said("exercise");
  const ids = `${said("class")} ${said("also")}`.split(/[\s,;|]+/).filter((id) => /^[a-z][\w-]*$/.test(id));
  const classes = ids.filter((id) => id !== "correct");
  if (!exercise) return 'its first comment has no line "exercise: …"';
  const inWrong = file.split(/[\\/]/).includes("wrong");
  if (inWrong && classes.length === 0) return 'it lies in wrong/, but its first comment has no "class: …"';
  return { exercise, classes };
}
