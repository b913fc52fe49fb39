/** @file One text of TypeScript, a cell or a file, taken apart into top-level statements, their names and imports. */
import ts from "typescript";
import { declarationsOf, exportsOf, type Imported, importsOf } from "./bindings.ts";
import { type Parsed, parse } from "./parse.ts";
import { type Use, usesOf } from "./scope.ts";

export interface Statement {
  readonly node: ts.Statement;
  /** Top-level names it declares. */
  readonly declares: readonly string[];
}
export interface Unit {
  readonly text: string;
  readonly problem?: Parsed["problem"];
  /** All but imports and `export { … }`. */
  readonly statements: readonly Statement[];
  readonly imports: readonly Imported[];
  /** Exported name → local name. */
  readonly exports: ReadonlyMap<string, string>;
  /** Where each top-level name is declared: several statements for overloads and merged interfaces. */
  readonly declared: ReadonlyMap<string, readonly Statement[]>;
  /** The uses, in one of its statements, of names from outside that statement. */
  uses(statement: Statement): readonly Use[];
}

/** @throws {RangeError} if the text nests too deeply for the parser */
export function readUnit(text: string): Unit {
  const { file, checker, problem } = parse(text);
  const topLevel = new Set<ts.Node>();
  const declared = new Map<string, Statement[]>();
  const statements: Statement[] = [];
  for (const node of file.statements) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) continue;
    const declarations = declarationsOf(node);
    const statement = { node, declares: declarations.map(({ name }) => name) };
    statements.push(statement);
    for (const declaration of declarations) {
      topLevel.add(declaration.node);
      declared.set(declaration.name, [...(declared.get(declaration.name) ?? []), statement]);
    }
  }
  const known = new Map<Statement, readonly Use[]>();
  return {
    text,
    ...(problem && { problem }),
    statements,
    imports: importsOf(file),
    exports: exportsOf(file),
    declared,
    uses(statement) {
      const uses = known.get(statement) ?? usesOf(statement.node, checker, topLevel);
      known.set(statement, uses);
      return uses;
    },
  };
}
