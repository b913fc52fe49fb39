/** @file A starter or solution as it stands in a cell, where `import` and `export` have no place. */
import ts from "typescript";
import { exportModifiers } from "../../grader/submissions/bindings.ts";

/** The source without its `@file` header, its imports and the word `export`; every other line stays as it is. */
export function strip(sourceWithHeader: string): string {
  const source = sourceWithHeader.replace(/^\/\*\*\s*@file[\s\S]*?\*\/[ \t]*\r?\n/, "");
  const file = ts.createSourceFile("starter.ts", source, ts.ScriptTarget.ES2022, true);
  const cuts = file.statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
      ? [[statement.getStart(), lineEnd(source, statement.end)] as const]
      : exportModifiers(statement).map((word) => [word.getStart(), wordEnd(source, word.end)] as const),
  );
  const kept = cuts.reduceRight((text, [from, to]) => text.slice(0, from) + text.slice(to), source);
  return kept.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
}

/** Behind the line break that follows a statement, or behind the statement where more stands on its line. */
const lineEnd = (source: string, from: number) =>
  from + (/^[ \t]*(?:\r?\n)?/.exec(source.slice(from))?.[0].length ?? 0);
const wordEnd = (source: string, from: number) => from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0);
