// exercise: 05-two-modes/jvp-chain
// slip: matrix-product
import type { JacLayer, Mat, Vec } from "gradbook";

const product = (A: Mat, B: Mat) =>
  A.map((row) => B[0].map((_, k) => row.reduce((sum, a, i) => sum + a * B[i][k], 0)));

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  const zs = [x];
  for (const { f } of layers) zs.push(f(zs[zs.length - 1]));
  const Js = layers.map(({ J }, k) => J(zs[k])).reverse();
  const all = Js.slice(1).reduce((P, J) => product(P, J), Js[0]);
  return {
    y: zs[layers.length],
    tangent: all.map((row) => row.reduce((sum, slope, k) => sum + slope * v[k], 0)),
  };
}
