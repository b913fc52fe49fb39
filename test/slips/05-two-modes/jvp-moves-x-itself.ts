// exercise: 05-two-modes/jvp-chain
// slip: unnamed
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  const t = v;
  for (const { f, J } of layers) {
    const next = J(x).map((row) => row.reduce((sum, slope, k) => sum + slope * t[k], 0));
    t.splice(0, t.length, ...next);
    const z = f(x);
    x.splice(0, x.length, ...z);
  }
  return { y: [...x], tangent: [...t] };
}
