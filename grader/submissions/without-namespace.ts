/** @file A namespace becomes plain JavaScript here: the cell only takes types out, and a namespace is more than a type. */
import ts from "typescript";

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };

/** The statement's text; where it is a namespace, what TypeScript makes of it: nothing, if it holds only types. */
export function withoutNamespace(node: ts.Node, text: string): string {
  if (!ts.isModuleDeclaration(node)) return text;
  return ts.transpileModule(text, { compilerOptions }).outputText.trimEnd();
}
