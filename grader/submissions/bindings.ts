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

/** A name in a text. */
export interface Mention {
  readonly name: string;
  readonly node: ts.Identifier;
  /** `{ name }`: a new name must keep the key, `{ name: other }`. */
  readonly shorthand: boolean;
}

/** The names that a statement declares. */
export function declarationsOf(statement: ts.Statement): readonly Mention[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(bound);
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  const name = named ? statement.name : undefined;
  return name && ts.isIdentifier(name) ? [{ name: name.text, node: name, shorthand: false }] : [];
}

function bound(variable: ts.VariableDeclaration | ts.BindingElement): Mention[] {
  const { name } = variable;
  if (!ts.isIdentifier(name))
    return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element) : []));
  const shorthand =
    ts.isObjectBindingPattern(variable.parent) && !(variable as ts.BindingElement).propertyName;
  return [{ name: name.text, node: name, shorthand }];
}

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
    const words = exportModifiers(statement).map(({ kind }) => kind);
    for (const { name } of words.length ? declarationsOf(statement) : [])
      exported.set(words.includes(ts.SyntaxKind.DefaultKeyword) ? "default" : name, name);
  }
  return exported;
}

/** The words `export` and `default` in front of a declaration. */
export const exportModifiers = (statement: ts.Statement): readonly ts.Modifier[] =>
  (ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []).filter(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
  );
