/** @file 2.1 Eight activations and their slopes. */
import { type Act, type ActName, NotImplementedError } from "gradbook";

/**
 * Exercise 2.1 · 2 points · about 8 minutes
 *
 * Return the activation called `name`: f and its slope df, as in the table above.
 * Both are asked at the same z: df(z) is the slope at z, not at f(z).
 *
 * - leakyRelu is z for z >= 0 and alpha·z below.
 * - At the kink, z = 0: relu has slope 0 and leakyRelu has slope 1.
 * - Far out, at z = ±800, sigmoid and tanh and their slopes are still finite numbers.
 *
 * Example: activation("exp").f(0) is 1, and activation("leakyRelu", 0.3).f(-10) is -3.
 *
 * @param name identity, sigmoid, tanh, relu, leakyRelu, sin, cos or exp
 * @param alpha the slope of leakyRelu below 0
 */
export function activation(name: ActName, alpha = 0.1): Act {
  // TODO: one pair { f, df } for each name
  throw new NotImplementedError("activation");
}
