/** @file 2.5 Logistic regression: mean binary cross-entropy and its gradient. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 2.5 · 2 points · about 12 minutes
 *
 * Logistic regression on n examples. Row i of X, shape (n, d), is example i, and y[i] is its label, 0 or 1:
 *
 *   z = w·x + b,   yhat = σ(z),   L = -[y ln(yhat) + (1 - y) ln(1 - yhat)]
 *
 * Return the mean loss over the n examples, yhat of shape (n), and the gradient of the mean loss:
 * dw, shaped like w, and db.
 *
 * The loss is finite and still right where |z| reaches 50: z = 50 with y = 0 costs 50. Leave the inputs as they are. By hand: no Value.
 *
 * Example: w = [0, 0] and b = 0 give yhat = 0.5 for every example, and loss = ln 2 = 0.6931….
 */
export function logisticBackward(
  w: Vec,
  b: number,
  X: Mat,
  y: Vec,
): { loss: number; yhat: Vec; dw: Vec; db: number } {
  // TODO: one pass over the rows of X
  throw new NotImplementedError("logisticBackward");
}
