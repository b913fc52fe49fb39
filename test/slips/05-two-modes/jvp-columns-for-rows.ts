// exercise: 05-two-modes/jvp-chain
// slip: transposed
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let [z, t] = [x, v];
  for (const { f, J } of layers) {
    const rows = J(z);
    t = rows[0].map((_, k) => rows.reduce((sum, row, i) => sum + row[k] * t[i], 0));
    z = f(z);
  }
  return { y: z, tangent: t };
}
