/** @file Which names a statement uses without binding them itself. */
import type ts from "typescript";
import type { Mention } from "./bindings.ts";
import { compiler } from "./compiler.ts";

/**
 * @param topLevel the names declared at the module's top level: a use of one of those counts as from outside
 * @returns every use of another top-level declaration, of an import or of a global
 */
export function usesOf(
  statement: ts.Statement,
  checker: ts.TypeChecker,
  topLevel: ReadonlySet<ts.Node>,
): readonly Mention[] {
  const uses: Mention[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isIdentifier(node) && refers(node)) {
      const shorthand = compiler.isShorthandPropertyAssignment(node.parent);
      const declarations = symbolAt(node, checker)?.declarations ?? [];
      const boundInside = declarations.length > 0 && !declarations.some((d) => isOutside(d, topLevel));
      if (!boundInside) uses.push({ name: node.text, node, shorthand });
    }
    compiler.forEachChild(node, visit);
  };
  visit(statement);
  return uses;
}

const isOutside = (declaration: ts.Node, topLevel: ReadonlySet<ts.Node>) =>
  topLevel.has(declaration) ||
  compiler.isImportSpecifier(declaration) ||
  compiler.isImportClause(declaration) ||
  compiler.isNamespaceImport(declaration);

const symbolAt = (node: ts.Identifier, checker: ts.TypeChecker) =>
  compiler.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);

/** Not the name of a declaration, a member, a property or a label. */
function refers(node: ts.Identifier): boolean {
  const { parent } = node;
  if (compiler.isShorthandPropertyAssignment(parent)) return true;
  if (compiler.isBindingElement(parent) && parent.propertyName === node) return false;
  if (compiler.isQualifiedName(parent)) return parent.left === node;
  if (compiler.isBreakOrContinueStatement(parent) || compiler.isLabeledStatement(parent)) return false;
  return (parent as ts.NamedDeclaration).name !== node;
}
