/** @file 1.5 Eight shapes. */
import { NotImplementedError } from "gradbook";

type Label = "smooth" | "kink" | "jump" | "flat" | "multimodal" | "ravine";

/**
 * Exercise 1.5 · 1 point · about 6 minutes
 *
 * What would descent meet on each of the eight pictures above? Take the first label that fits:
 *
 * - "jump": the value leaps
 * - "kink": no leap, but the slope from the left and the slope from the right differ
 * - "flat": hardly any slope in the whole window
 * - "multimodal": more than one valley
 * - "ravine": far steeper in one direction than in another
 * - "smooth": none of these
 *
 * Example: cos on a window of two full turns would be "multimodal".
 */
export function quizShapes(): Record<
  "square" | "abs" | "relu" | "sign" | "huber" | "farSigmoid" | "sinePlusSquare" | "thinQuadratic",
  Label
> {
  // TODO: return { square: "…", abs: "…", … }
  throw new NotImplementedError("quizShapes");
}
