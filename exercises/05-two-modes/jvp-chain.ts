/** @file 5.2 A tangent through a chain of layers. */
import { type JacLayer, NotImplementedError, type Vec } from "gradbook";

/**
 * Exercise 5.2 · 1 point · about 10 minutes
 *
 * layers[0] maps x to z1, layers[1] maps z1 to z2, and so on. layer.f(z) is a layer's output at its input z;
 * layer.J(z) is its Jacobian there: one row per output, one column per entry of z. Return
 *
 * - y: the output of the last layer
 * - tangent: how y moves when x moves along v, shaped like y
 *
 * Matrix times vector only, never matrix times matrix: one read of each Jacobian entry is enough, 4 are allowed.
 *
 * Example: one layer with f(z) = [3·z[0] + z[1]] and J(z) = [[3, 1]] at x = [2, 5], v = [1, 1] gives y = [11],
 * tangent = [4].
 */
export function jvpChain(layers: JacLayer[], x: Vec, v: Vec): { y: Vec; tangent: Vec } {
  // TODO: carry a value and a tangent from layer to layer
  throw new NotImplementedError("jvpChain");
}
