/**
 * @file The TypeScript compiler. By require: before Node imports a file of CommonJS it reads all of it for the names it
 * exports, which for this one takes longer than running it.
 */
import { createRequire } from "node:module";

export const compiler = createRequire(import.meta.url)("typescript") as typeof import("typescript");
