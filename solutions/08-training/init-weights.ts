/** @file 8.3 How weights begin, and what that does to gradients in depth. */
import type { Act, Mat, Rng, Vec } from "gradbook";

export function initWeights(
  scheme: "zeros" | "xavier" | "he",
  fanIn: number,
  fanOut: number,
  normal: Rng,
): Mat {
  const deviations = { zeros: 0, xavier: Math.sqrt(2 / (fanIn + fanOut)), he: Math.sqrt(2 / fanIn) };
  const row = () => Array.from({ length: fanIn }, () => deviations[scheme] * normal());
  return Array.from({ length: fanOut }, row);
}

export function gradNormByDepth(Ws: Mat[], x: Vec, g: Act): Vec {
  const zs: Mat = [];
  let h = x;
  for (const W of Ws) {
    const z = W.map((row) => row.reduce((sum, w, j) => sum + w * h[j], 0));
    zs.push(z);
    h = z.map(g.f);
  }

  const norms: Vec = Ws.map(() => 0);
  let upstream = h.map(() => 1); // of the sum S by the last h: each entry counts once
  for (let l = Ws.length - 1; l >= 0; l--) {
    const dz = upstream.map((u, i) => u * g.df(zs[l][i])); // through the activation, at its input
    norms[l] = Math.hypot(...dz);
    // Through z = W h: entry j of h is in every row, so it collects from all of them. A row times a matrix.
    upstream = Ws[l][0].map((_, j) => dz.reduce((sum, d, i) => sum + d * Ws[l][i][j], 0));
  }
  return norms;
}
