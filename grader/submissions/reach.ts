/** @file What an answer needs: from the names it must export, statement by statement, through every source. */
import type ts from "typescript";
import { compiler } from "./compiler.ts";
import type { Resolve, Target } from "./resolve.ts";
import type { Source } from "./source.ts";
import type { Statement } from "./unit.ts";

export interface Reached {
  /** The needed statements of each source; sources that others need come first. */
  readonly statements: ReadonlyMap<Source, ReadonlySet<Statement>>;
  /** Every name that stays without a meaning here: globals, and what is missing. */
  readonly unknown: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

/**
 * Declarations, transitively, and the statements that fill a needed variable (`for (…) table.push(…)`). Everything
 * else, such as a trial call or a picture under the function, is left out: it was for the notebook only.
 */
export function reach(from: readonly Target[], resolve: Resolve): Reached {
  const statements = new Map<Source, Set<Statement>>();
  const unknown = new Set<string>();
  const absent = new Set<string>();
  const take = (target: Target | undefined, name: string): void => {
    if (!target) unknown.add(name);
    else if ("absent" in target) absent.add(target.absent);
    else if ("source" in target)
      for (const statement of target.source.unit.declared.get(target.name) ?? [])
        takeAll(target.source, statement);
  };
  const takeAll = (source: Source, statement: Statement): void => {
    const taken = statements.get(source) ?? new Set();
    if (taken.has(statement)) return;
    statements.set(source, taken.add(statement));
    for (const { name } of source.unit.uses(statement)) take(resolve(name, source), name);
    for (const filling of source.unit.statements)
      if (statement.declares.some(({ name }) => fills(filling, name, source, resolve)))
        takeAll(source, filling);
  };
  for (const target of from) take(target, "");
  return { statements: inOrder(statements, resolve), unknown, absent };
}

/** Whether a statement that declares nothing may change what the name holds, and needs no notebook for it. */
function fills(statement: Statement, name: string, source: Source, resolve: Resolve): boolean {
  if (statement.declares.length || compiler.isExportAssignment(statement.node) || isPrint(statement.node))
    return false;
  const uses = source.unit.uses(statement);
  if (!uses.some((use) => use.name === name)) return false;
  if (uses.some((use) => isOfNotebook(resolve(use.name, source)))) return false;
  return holdsData(source, name) || assigns(statement.node, name);
}

const isPrint = (node: ts.Statement) => /^console\b/.test(node.getText());

/** Pictures, checks, and whatever else a notebook can import. */
const isOfNotebook = (target: Target | undefined) =>
  target !== undefined && "imported" in target && target.imported.module !== "gradbook";

/** A variable that holds no function: what stands in it can be filled later. */
const holdsData = ({ unit }: Source, name: string): boolean =>
  (unit.declared.get(name) ?? []).some(
    ({ node }) =>
      compiler.isVariableStatement(node) &&
      node.declarationList.declarations.some(({ initializer }) => !initializer || !isFunction(initializer)),
  );
const isFunction = (node: ts.Expression) =>
  compiler.isArrowFunction(node) || compiler.isFunctionExpression(node) || compiler.isClassExpression(node);

/** `name.member = …` */
function assigns(node: ts.Statement, name: string): boolean {
  if (!compiler.isExpressionStatement(node) || !compiler.isBinaryExpression(node.expression)) return false;
  let left: ts.Expression = node.expression.left;
  while (compiler.isPropertyAccessExpression(left) || compiler.isElementAccessExpression(left))
    left = left.expression;
  return compiler.isIdentifier(left) && left.text === name;
}

/** What a source needs comes before it, so that its constants find theirs. */
function inOrder(statements: ReadonlyMap<Source, Set<Statement>>, resolve: Resolve) {
  const ordered = new Map<Source, Set<Statement>>();
  const seen = new Set<Source>();
  const visit = (source: Source): void => {
    const taken = statements.get(source);
    if (!taken || seen.has(source)) return;
    seen.add(source);
    for (const statement of taken)
      for (const { name } of source.unit.uses(statement)) {
        const target = resolve(name, source);
        if (target && "source" in target) visit(target.source);
      }
    ordered.set(source, taken);
  };
  for (const source of statements.keys()) visit(source);
  return ordered;
}
