/** @file 7.2 One iteration of training, with every number. */
import { type Mat, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 7.2 · 2 points · about 15 minutes
 *
 * A network with two inputs, two hidden units and one output. W0 has shape (2, 2), W1 has shape (1, 2):
 *
 *   x1 = W0 x,   x2 = tanh(x1) entry by entry,   x3 = W1 x2,   loss = ½ (x3 - y)²
 *
 * Return the forward values (x3 and loss are numbers), the gradients dW0 and dW1, shaped like W0 and W1,
 * and the weights after one step of descent with learning rate lr: W0New and W1New.
 *
 * Leave W0 and W1 as they are. By hand: no autograd, no nudging.
 *
 * Example: where x3 equals y, both gradients are 0 and nothing changes.
 */
export function oneIteration(
  W0: Mat,
  W1: Mat,
  x: Vec,
  y: number,
  lr: number,
): { x1: Vec; x2: Vec; x3: number; loss: number; dW0: Mat; dW1: Mat; W0New: Mat; W1New: Mat } {
  // TODO: forward, backward, step
  throw new NotImplementedError("oneIteration");
}
