/** @file 6.5 Bug hunt: what do the printed formulas say? */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 6.5 · 1 point · about 8 minutes
 *
 * Evaluate the formulas of section 6 **exactly as printed**, to 6 digits or more (1.23457 has 6). An expression is welcome.
 *
 * - bcePrinted, bceCorrect: formulas A and B at ŷ = 0.8, y = 0
 * - hingePrintedSum, hingeReduced: formulas C and D for the scores (3.2, 5.1, -1.7), right class 0, δ = 1
 * - dy1NaturalLog, dy1Log10: ∂y/∂x₁ of formula E at x = (5, -2, -5), with log read as ln and as log10
 *
 * Example: { bcePrinted: -Math.log(0.5), bceCorrect: 0.25, … }
 */
export function quizBugHunt(): Record<
  "bcePrinted" | "bceCorrect" | "hingePrintedSum" | "hingeReduced" | "dy1NaturalLog" | "dy1Log10",
  number
> {
  // TODO: return { bcePrinted: …, bceCorrect: …, … }
  throw new NotImplementedError("quizBugHunt");
}
