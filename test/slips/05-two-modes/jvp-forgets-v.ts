// exercise: 05-two-modes/jvp-chain
// slip: seed-ignored
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let z = x;
  let t = v.map(() => 1);
  for (const { f, J } of layers) {
    t = J(z).map((row) => row.reduce((sum, slope, k) => sum + slope * t[k], 0));
    z = f(z);
  }
  return { y: z, tangent: t };
}
