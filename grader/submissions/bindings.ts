/** @file The names that a module's top level binds: declarations, imports, exports. */
import ts from "typescript";

/** `import { name as local } from "module"`. */
export interface Imported {
  readonly local: string;
  readonly module: string;
  /** "default" and "*" for the other two kinds. */
  readonly name: string;
  readonly typeOnly: boolean;
}

/** The names a statement declares, each with its node. */
export function declarationsOf(statement: ts.Statement): readonly { name: string; node: ts.Declaration }[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(bound);
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return named && statement.name ? [{ name: statement.name.text, node: statement }] : [];
}

const bound = (node: ts.VariableDeclaration | ts.BindingElement): { name: string; node: ts.Declaration }[] =>
  ts.isIdentifier(node.name)
    ? [{ name: node.name.text, node }]
    : node.name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element) : []));

export const importsOf = (file: ts.SourceFile): readonly Imported[] =>
  file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const clause = statement.importClause;
    if (!clause || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const module = statement.moduleSpecifier.text;
    const imported = (local: ts.Identifier, name: string, typeOnly = false): Imported => ({
      local: local.text,
      module,
      name,
      typeOnly: typeOnly || clause.phaseModifier === ts.SyntaxKind.TypeKeyword,
    });
    const { name, namedBindings } = clause;
    return [
      ...(name ? [imported(name, "default")] : []),
      ...(namedBindings && ts.isNamespaceImport(namedBindings) ? [imported(namedBindings.name, "*")] : []),
      ...(namedBindings && ts.isNamedImports(namedBindings)
        ? namedBindings.elements.map((e) => imported(e.name, (e.propertyName ?? e.name).text, e.isTypeOnly))
        : []),
    ];
  });

/** What the module exports under which name: exported name → local name. */
export function exportsOf(file: ts.SourceFile): ReadonlyMap<string, string> {
  const exported = new Map<string, string>();
  for (const statement of file.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      for (const { name, propertyName } of statement.exportClause.elements)
        exported.set(name.text, (propertyName ?? name).text);
    if (exportModifiers(statement).length)
      for (const { name } of declarationsOf(statement)) exported.set(name, name);
  }
  return exported;
}

/** The words `export` and `default` in front of a declaration. */
export const exportModifiers = (statement: ts.Statement): readonly ts.Modifier[] =>
  (ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []).filter(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
  );
