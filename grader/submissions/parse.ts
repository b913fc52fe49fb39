/** @file TypeScript's parser and name resolution for one text at a time. Nothing is run, nothing else is read. */
import ts from "typescript";

export interface Parsed {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  /** The first syntax error; the line counts from 0. */
  readonly problem?: { readonly line: number; readonly message: string };
}

const NAME = "/source.ts";
/** No library and no imports: of the checker only scopes are wanted, so that a text costs about a millisecond. */
const options: ts.CompilerOptions = {
  noLib: true,
  noResolve: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
};

/** @throws {RangeError} if the text nests too deeply */
export function parse(text: string): Parsed {
  const file = ts.createSourceFile(NAME, text, ts.ScriptTarget.ES2022, true);
  const program = ts.createProgram({ rootNames: [NAME], options, host: hostOf(file) });
  const [error] = program.getSyntacticDiagnostics(file);
  return {
    file,
    checker: program.getTypeChecker(),
    ...(error && {
      problem: {
        line: file.getLineAndCharacterOfPosition(error.start).line,
        message: ts.flattenDiagnosticMessageText(error.messageText, " "),
      },
    }),
  };
}

const hostOf = (file: ts.SourceFile): ts.CompilerHost => ({
  getSourceFile: (name) => (name === NAME ? file : undefined),
  fileExists: (name) => name === NAME,
  readFile: () => undefined,
  writeFile: () => {},
  getDefaultLibFileName: () => "lib.d.ts",
  getCurrentDirectory: () => "/",
  getCanonicalFileName: (name) => name,
  useCaseSensitiveFileNames: () => true,
  getNewLine: () => "\n",
});
