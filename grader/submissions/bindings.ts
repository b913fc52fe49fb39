/** @file The names that a module's top level binds: declarations, imports, exports. */
import type ts from "typescript";
import { compiler } from "./compiler.ts";

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
  if (compiler.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(bound);
  const named =
    compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) ||
    compiler.isEnumDeclaration(statement) ||
    compiler.isInterfaceDeclaration(statement) ||
    compiler.isTypeAliasDeclaration(statement) ||
    compiler.isModuleDeclaration(statement);
  const name = named ? statement.name : undefined;
  return name && compiler.isIdentifier(name) ? [{ name: name.text, node: name, shorthand: false }] : [];
}

function bound(variable: ts.VariableDeclaration | ts.BindingElement): Mention[] {
  const { name } = variable;
  if (!compiler.isIdentifier(name))
    return name.elements.flatMap((element) => (compiler.isBindingElement(element) ? bound(element) : []));
  const shorthand =
    compiler.isObjectBindingPattern(variable.parent) && !(variable as ts.BindingElement).propertyName;
  return [{ name: name.text, node: name, shorthand }];
}

export const importsOf = (file: ts.SourceFile): readonly Imported[] =>
  file.statements.filter(compiler.isImportDeclaration).flatMap((statement) => {
    const clause = statement.importClause;
    if (!clause || !compiler.isStringLiteral(statement.moduleSpecifier)) return [];
    const module = statement.moduleSpecifier.text;
    const imported = (local: ts.Identifier, name: string, typeOnly = false): Imported => ({
      local: local.text,
      module,
      name,
      typeOnly: typeOnly || clause.phaseModifier === compiler.SyntaxKind.TypeKeyword,
    });
    const { name, namedBindings } = clause;
    return [
      ...(name ? [imported(name, "default")] : []),
      ...(namedBindings && compiler.isNamespaceImport(namedBindings)
        ? [imported(namedBindings.name, "*")]
        : []),
      ...(namedBindings && compiler.isNamedImports(namedBindings)
        ? namedBindings.elements.map((e) => imported(e.name, (e.propertyName ?? e.name).text, e.isTypeOnly))
        : []),
    ];
  });

/** What the module exports under which name: exported name → local name. */
export function exportsOf(file: ts.SourceFile): ReadonlyMap<string, string> {
  const exported = new Map<string, string>();
  for (const statement of file.statements) {
    if (
      compiler.isExportDeclaration(statement) &&
      statement.exportClause &&
      compiler.isNamedExports(statement.exportClause)
    )
      for (const { name, propertyName } of statement.exportClause.elements)
        exported.set(name.text, (propertyName ?? name).text);
    const words = exportModifiers(statement).map(({ kind }) => kind);
    for (const { name } of words.length ? declarationsOf(statement) : [])
      exported.set(words.includes(compiler.SyntaxKind.DefaultKeyword) ? "default" : name, name);
  }
  return exported;
}

/** The words `export` and `default` in front of a declaration. */
export const exportModifiers = (statement: ts.Statement): readonly ts.Modifier[] =>
  (compiler.canHaveModifiers(statement) ? (compiler.getModifiers(statement) ?? []) : []).filter(
    ({ kind }) => kind === compiler.SyntaxKind.ExportKeyword || kind === compiler.SyntaxKind.DefaultKeyword,
  );
