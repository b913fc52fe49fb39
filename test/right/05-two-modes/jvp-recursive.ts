// exercise: 05-two-modes/jvp-chain
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec): { y: Vec; tangent: Vec } {
  if (layers.length === 0) return { y: x, tangent: v };
  const [{ f, J }, ...rest] = layers;
  const t = J(x).map((row) => row.map((slope, k) => slope * v[k]).reduce((a, b) => a + b));
  return jvpChain(rest, f(x), t);
}
