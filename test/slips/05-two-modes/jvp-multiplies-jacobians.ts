// exercise: 05-two-modes/jvp-chain
// slip: matrix-product
import type { JacLayer, Mat, Vec } from "gradbook";

const product = (A: Mat, B: Mat) =>
  A.map((row) => B[0].map((_, k) => row.reduce((sum, a, i) => sum + a * B[i][k], 0)));

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let z = x;
  let all: Mat | undefined;
  for (const { f, J } of layers) {
    all = all ? product(J(z), all) : J(z);
    z = f(z);
  }
  return { y: z, tangent: (all ?? []).map((row) => row.reduce((sum, slope, k) => sum + slope * v[k], 0)) };
}
