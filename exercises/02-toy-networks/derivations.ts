/** @file 2.6 Six slopes on paper. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 2.6 · 1 point · about 8 minutes
 *
 * Return six slopes as formulas in quotes, in the letters named here only:
 *
 * - dSigmoid: of s = σ(z) by z, in s
 * - dTanh: of t = tanh(z) by z, in t
 * - dBce_dyhat: of L = -(y ln(p) + (1 - y) ln(1 - p)) by p, in y and p
 * - dBce_dz: of the same L by z, where p = σ(z), in y and p
 * - dHuberInner: of r²/2 by r, in r
 * - dLog10: of log10(u) by u, in u
 *
 * Write + - * / ^ ( ) and functions such as ln and exp; every product needs its *.
 * Example: the slope of u³ by u is "3*u^2".
 */
export function derivations(): Record<
  "dSigmoid" | "dTanh" | "dBce_dyhat" | "dBce_dz" | "dHuberInner" | "dLog10",
  string
> {
  // TODO: return { dSigmoid: "…", dTanh: "…", … }
  throw new NotImplementedError("derivations");
}
