/** @file What one cell must not do, so that it also runs in the plain tslab kernel. One rule, one function. */
import ts from "typescript";
import { exportModifiers } from "../../grader/submissions/bindings.ts";
import { type Code, type Problem, problemAt } from "./code.ts";

type Rule = (code: Code) => readonly Problem[];

const parses: Rule = (code) => {
  const { problem } = code.unit;
  return problem ? [{ file: code.file, line: code.line + problem.line, message: problem.message }] : [];
};

/** tslab turns names of earlier cells into properties, and forgets to in `{ name }`. */
const noShorthandOfOtherCells: Rule = (code) =>
  code.unit.statements
    .flatMap((statement) => code.unit.uses(statement))
    .filter(({ name, shorthand }) => shorthand && !code.unit.declared.has(name))
    .map(({ name, node }) =>
      problemAt(
        code,
        node.getStart(),
        `write { ${name}: ${name} }: tslab loses names of other cells in { ${name} }`,
      ),
    );

/** Assigning to a cell's `let` goes through a proxy: a loop over it is 300 times slower. */
const noLet: Rule = (code) =>
  code.unit.statements
    .filter(({ node }) => ts.isVariableStatement(node) && !(node.declarationList.flags & ts.NodeFlags.Const))
    .map(({ node }) =>
      problemAt(code, node.getStart(), "declare it const, or move it into a function or a block { … }"),
    );

const noExport: Rule = (code) =>
  code.unit.statements
    .filter(({ node }) => !code.exercise && exportModifiers(node).length > 0)
    .map(({ node }) => problemAt(code, node.getStart(), "a cell cannot export"));

/** tslab sees `await f()` but neither `await (…)` nor `for await`, if the cell has no other await. */
const onlyPlainAwait: Rule = (code) =>
  topLevelAwaits(code).map((node) =>
    problemAt(
      code,
      node.getStart(),
      "write `await f()`: tslab does not see `await (`, `await [` and `for await`",
    ),
  );

function topLevelAwaits(code: Code): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isForOfStatement(node) && node.awaitModifier) found.push(node);
    // Outside a module the parser reads `await (x)` as a call and `await [x]` as an index.
    const callee =
      ts.isCallExpression(node) || ts.isElementAccessExpression(node) ? node.expression : undefined;
    if (callee && ts.isIdentifier(callee) && callee.text === "await") found.push(node);
    if (ts.isAwaitExpression(node) && /^[([]/.test(node.expression.getText())) found.push(node);
    ts.forEachChild(node, visit);
  };
  for (const { node } of code.unit.statements) visit(node);
  return found;
}

export const cellRules: readonly Rule[] = [parses, noShorthandOfOtherCells, noLet, noExport, onlyPlainAwait];
