/** @file A namespace becomes plain JavaScript here: the cell only takes types out, and a namespace is more than a type. */
import type ts from "typescript";
import { compiler } from "./compiler.ts";

const compilerOptions = { target: compiler.ScriptTarget.ES2022, module: compiler.ModuleKind.ESNext };

/** The statement's text; where it is a namespace, what TypeScript makes of it: nothing, if it holds only types. */
export function withoutNamespace(node: ts.Node, text: string): string {
  if (!compiler.isModuleDeclaration(node)) return text;
  return compiler.transpileModule(text, { compilerOptions }).outputText.trimEnd();
}
