// exercise: 05-two-modes/reverse-accumulate
import type { JacLayer, Vec } from "gradbook";

export function reverseAccumulate(layers: JacLayer[], x: Vec, seed: Vec): { zs: Vec[]; rows: Vec[] } {
  if (layers.length === 0) return { zs: [x], rows: [seed] };
  const [{ f, J }, ...rest] = layers;
  const { zs, rows } = reverseAccumulate(rest, f(x), seed);
  const slopes = J(x);
  const row = x.map((_, k) => slopes.reduce((sum, s, i) => sum + rows[0][i] * s[k], 0));
  return { zs: [x, ...zs], rows: [row, ...rows] };
}
