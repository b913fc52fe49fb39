// exercise: 05-two-modes/jvp-chain
// slip: value-for-tangent
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  let z = x;
  for (const { f } of layers) z = f(z);
  return { y: z, tangent: z };
}
