/** @file One text of TypeScript, a cell or a file, taken apart into top-level statements, their names and imports. */
import type ts from "typescript";
import { declarationsOf, exportsOf, type Imported, importsOf, type Mention } from "./bindings.ts";
import { compiler } from "./compiler.ts";
import { type Parsed, parse } from "./parse.ts";
import { usesOf } from "./uses.ts";

export interface Statement {
  readonly node: ts.Statement;
  /** Top-level names it declares. */
  readonly declares: readonly Mention[];
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
  uses(statement: Statement): readonly Mention[];
}

/** @throws {RangeError} if the text nests too deeply for the parser */
export const readUnit = (text: string): Unit => readUnits([text])[0] as Unit;

/** As many texts at once: cheaper than one by one. */
export const readUnits = (texts: readonly string[]): readonly Unit[] => parse(texts).map(unitOf);

function unitOf({ file, checker, problem }: Parsed): Unit {
  const topLevel = new Set<ts.Node>();
  const declared = new Map<string, Statement[]>();
  const statements: Statement[] = [];
  for (const node of file.statements) {
    if (compiler.isImportDeclaration(node) || compiler.isExportDeclaration(node)) continue;
    const statement = { node, declares: declarationsOf(node) };
    statements.push(statement);
    for (const { name, node: at } of statement.declares) {
      topLevel.add(at.parent);
      declared.set(name, [...(declared.get(name) ?? []), statement]);
    }
  }
  const known = new Map<Statement, readonly Mention[]>();
  return {
    text: file.text,
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
