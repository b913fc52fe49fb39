// exercise: 05-two-modes/jvp-chain
// slip: wrong-eval-point
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let [z, t] = [x, v];
  for (const { f, J } of layers) {
    t = J(x).map((row) => row.reduce((sum, slope, k) => sum + slope * t[k], 0));
    z = f(z);
  }
  return { y: z, tangent: t };
}
