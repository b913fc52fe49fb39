/** @file Takes the types out of a student's source, keeping its lines. Runs in the cell: a parser bomb meets the watchdog too. */
import { transform } from "sucrase";
import { STUDENT_FILE, type Thrown } from "../thrown.ts";
import { explain, type Refused } from "./explain.ts";

export type Transpiled = { readonly code: string } | { readonly refused: Refused };

/** sucrase says "Error transforming student.ts: Unexpected token, expected "," (3:14)". */
function located(message: string): Thrown {
  const [, what = "", line] =
    /^(?:Error transforming [^:]*: )?(.*?)(?: \((\d+):\d+\))?$/s.exec(message) ?? [];
  const lowered = what.charAt(0).toLowerCase() + what.slice(1, 300);
  return { name: "SyntaxError", message: lowered, ...(line && { line: Number(line) }) };
}

/** sucrase would drop a namespace without a word; `declare namespace` has nothing to lose. */
function namespaceIn(source: string): Refused | undefined {
  const found = /^[ \t]*(?:export )?namespace [\w$.]+ *\{/m.exec(source);
  if (!found) return undefined;
  const line = source.slice(0, found.index).split("\n").length;
  return { message: "a namespace cannot be used here: write its functions without it", line };
}

export function transpile(source: string): Transpiled {
  const namespace = namespaceIn(source);
  if (namespace) return { refused: namespace };
  try {
    return {
      code: transform(source, {
        transforms: ["typescript"],
        disableESTransforms: true,
        filePath: STUDENT_FILE,
      }).code,
    };
  } catch (error) {
    if (error instanceof RangeError)
      return { refused: { message: "a syntax error: the code is nested too deeply to be read" } };
    return { refused: explain(located(error instanceof Error ? error.message : "it cannot be read")) };
  }
}
