// exercise: 08-training/init-weights
import type { Act, Mat, Rng, Vec } from "gradbook";

export function initWeights(
  scheme: "zeros" | "xavier" | "he",
  fanIn: number,
  fanOut: number,
  normal: Rng,
): Mat {
  const W: Mat = Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => 0));
  const variance = scheme === "he" ? 2 / fanIn : scheme === "xavier" ? 2 / (fanIn + fanOut) : 0;
  for (let c = 0; c < fanIn; c++) for (let r = 0; r < fanOut; r++) W[r][c] = normal() * Math.sqrt(variance);
  return W;
}

/** Forwards, keeping slopes in place of values. */
export function gradNormByDepth(Ws: Mat[], x: Vec, g: Act): Vec {
  const slopes: Vec[] = [];
  let h = x;
  for (const W of Ws) {
    const z = W.map((row) => row.reduce((sum, w, j) => sum + w * h[j], 0));
    slopes.push(z.map(g.df));
    h = z.map(g.f);
  }
  let dz = slopes[slopes.length - 1];
  const norms = [Math.hypot(...dz)];
  for (let l = Ws.length - 2; l >= 0; l--) {
    const next = slopes[l].map(() => 0);
    for (const [i, row] of Ws[l + 1].entries()) for (const [j, w] of row.entries()) next[j] += dz[i] * w;
    dz = next.map((u, j) => u * slopes[l][j]);
    norms.unshift(Math.hypot(...dz));
  }
  return norms;
}
