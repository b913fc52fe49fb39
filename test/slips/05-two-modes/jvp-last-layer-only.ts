// exercise: 05-two-modes/jvp-chain
// slip: not-carried-on
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let [z, t] = [x, v];
  for (const { f, J } of layers) {
    t = J(z).map((row) => row.reduce((sum, slope, k) => sum + slope * (v[k] ?? 0), 0));
    z = f(z);
  }
  return { y: z, tangent: t };
}
