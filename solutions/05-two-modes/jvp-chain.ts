/** @file 5.2 A tangent through a chain of layers. */
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec): { y: Vec; tangent: Vec } {
  let z = x;
  let tangent = v;
  for (const { f, J } of layers) {
    // The tangent first: J belongs to the layer's input, which z still is.
    tangent = J(z).map((row) => row.reduce((sum, slope, k) => sum + slope * tangent[k], 0));
    z = f(z);
  }
  return { y: z, tangent };
}
