// exercise: 05-two-modes/jvp-chain
import type { JacLayer, Mat, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  const zs = [x];
  for (const layer of layers) zs.push(layer.f(zs[zs.length - 1]));
  let tangent = v;
  layers.forEach((layer, k) => {
    const J = structuredCloneOf(layer.J(zs[k]));
    tangent = J.map((row) => row.reduce((sum, slope, i) => sum + slope * tangent[i], 0));
  });
  return { y: zs[layers.length], tangent };
}

const structuredCloneOf = (J: Mat) => J.map((row) => [...row]);
