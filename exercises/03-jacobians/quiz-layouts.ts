/** @file 3.6 Eight shapes. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 3.6 · 1 point · about 6 minutes
 *
 * Which shape? Answer in quotes, rows first, such as "5x7".
 *
 * - a: dy/dx in numerator layout, y with 3 entries, x with 2
 * - b: the same in denominator layout
 * - c: dL/dW of a scalar L, W of shape (4, 3), as MIT prints it
 * - d: the same, as DS 542 prints it
 * - e: dy/dvec(X) in numerator layout, y with 2 entries, X of shape (2, 3)
 * - f: du/dx in the chain z(u(x)), in numerator layout: z has 1 entry, u 2 and x 4
 * - g: the derivative of 10 outputs by these same 10 outputs
 * - h: df/dh of f = β + Ωh, Ω of shape (2, 3), as DS 542 means it
 */
export function quizLayouts(): Record<"a" | "b" | "c" | "d" | "e" | "f" | "g" | "h", string> {
  // TODO: return { a: "…", b: "…", … }
  throw new NotImplementedError("quizLayouts");
}
