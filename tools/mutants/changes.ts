/** @file A program with one thing changed: another operator, number, index or function, a term or a branch left out. */
import ts from "typescript";

export interface Change {
  /** The program with the change in it. */
  readonly source: string;
  /** Counted from 1. */
  readonly line: number;
  /** "z >= 0 → z > 0" */
  readonly say: string;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  ...{ "+": ["-"], "-": ["+"], "*": ["/", "+"], "/": ["*"], "**": ["*"] },
  ...{ ">": [">=", "<"], "<": ["<=", ">"], ">=": [">", "<"], "<=": ["<", ">"], "===": ["!=="] },
  ...{ "+=": ["=", "-="], "-=": ["+="] },
};
const ARITHMETIC = ["+", "-", "*", "/"];
const FUNCTIONS: Readonly<Record<string, string>> = {
  ...{ sin: "cos", cos: "sin", exp: "log", log: "exp", log10: "log", LN10: "LN2", log1p: "log" },
  ...{
    max: "min",
    min: "max",
    tanh: "sin",
    sqrt: "abs",
    abs: "sqrt",
    sign: "abs",
    hypot: "max",
    floor: "ceil",
  },
};
const NUMBERS: Readonly<Record<string, string>> = { "0": "1", "1": "0", "2": "1" };
const INDICES = ["i", "j", "k", "r"];

/** What could stand in the place of a piece of the program. */
function instead(node: ts.Node, indices: readonly string[]): readonly (readonly [ts.Node, string])[] {
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    const operator = operatorToken.getText();
    const others = (OPERATORS[operator] ?? []).map((other) => [operatorToken, other] as const);
    const either = ARITHMETIC.includes(operator) ? [left, right] : [];
    return [...others, ...either.map((kept) => [node, `(${kept.getText()})`] as const)];
  }
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].map((kept) => [node, `(${kept.getText()})`]);
  if (ts.isNumericLiteral(node) && !ts.isElementAccessExpression(node.parent))
    return [[node, NUMBERS[node.text] ?? `${2 * Number(node.text)}`]];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
    return [[node, `(${node.operand.getText()})`]];
  if (ts.isElementAccessExpression(node)) {
    const index = node.argumentExpression;
    return indices.includes(index.getText())
      ? indices.filter((other) => other !== index.getText()).map((other) => [index, other])
      : [];
  }
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "Math") {
    const other = FUNCTIONS[node.name.text];
    return other ? [[node.name, other]] : [];
  }
  return [];
}

/** Every program that one such change makes of this one, from top to bottom. */
export function changesOf(source: string): Change[] {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.ES2023, true);
  const indices = INDICES.filter((name) => new RegExp(`\\b${name}\\b`).test(source));
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    for (const [piece, other] of instead(node, indices)) {
      const [from, to] = [piece.getStart(), piece.getEnd()];
      const [begin, end] = [Math.min(from, node.getStart()), Math.max(to, node.getEnd())];
      const shown = (text: string) => text.replace(/\s+/g, " ");
      changes.push({
        source: source.slice(0, from) + other + source.slice(to),
        line: file.getLineAndCharacterOfPosition(from).line + 1,
        say: `${shown(source.slice(begin, end))} → ${shown(source.slice(begin, from) + other + source.slice(to, end))}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return changes;
}
