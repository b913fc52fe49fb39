/** @file TypeScript's parser and name resolution for texts of a submission. Nothing is run, nothing else is read. */
import type ts from "typescript";
import { compiler } from "./compiler.ts";

export interface Parsed {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  /** The first syntax error; the line counts from 0. */
  readonly problem?: { readonly line: number; readonly message: string };
}

/** No library and no imports: of the checker only the scopes are wanted. */
const options: ts.CompilerOptions = {
  noLib: true,
  noResolve: true,
  types: [],
  target: compiler.ScriptTarget.ES2022,
  module: compiler.ModuleKind.ESNext,
  moduleDetection: compiler.ModuleDetectionKind.Force,
};

/**
 * Each text is a module of its own; together they share one checker, which costs more than a text.
 *
 * @throws {RangeError} if one of them nests too deeply
 */
export function parse(texts: readonly string[]): readonly Parsed[] {
  const files = new Map(texts.map((text, i) => [`/${i}.ts`, text]));
  const names = [...files.keys()];
  const program = compiler.createProgram({ rootNames: names, options, host: hostOf(files) });
  const checker = program.getTypeChecker();
  return names.map((name) => {
    const file = program.getSourceFile(name) as ts.SourceFile;
    const [error] = program.getSyntacticDiagnostics(file);
    if (!error) return { file, checker };
    const { line } = file.getLineAndCharacterOfPosition(error.start);
    return {
      file,
      checker,
      problem: { line, message: compiler.flattenDiagnosticMessageText(error.messageText, " ") },
    };
  });
}

const hostOf = (files: ReadonlyMap<string, string>): ts.CompilerHost => ({
  getSourceFile(name, version) {
    const text = files.get(name);
    return text === undefined ? undefined : compiler.createSourceFile(name, text, version, true);
  },
  fileExists: (name) => files.has(name),
  readFile: () => undefined,
  writeFile: () => {},
  getDefaultLibFileName: () => "lib.d.ts",
  getCurrentDirectory: () => "/",
  getCanonicalFileName: (name) => name,
  useCaseSensitiveFileNames: () => true,
  getNewLine: () => "\n",
});
