// exercise: 05-two-modes/jvp-chain
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let z = [...x];
  let t = [...v];
  for (let l = 0; l < layers.length; l++) {
    const next: Vec = [];
    const J = layers[l].J(z);
    for (let i = 0; i < J.length; i++) {
      let sum = 0;
      for (let k = 0; k < J[i].length; k++) sum += J[i][k] * t[k];
      next.push(sum);
    }
    z = layers[l].f(z);
    t = next;
  }
  return { y: z, tangent: t };
}
