// exercise: 08-training/init-weights
// slip: norms-of-dh
import type { Act, Mat, Rng, Vec } from "gradbook";

export function initWeights(
  scheme: "zeros" | "xavier" | "he",
  fanIn: number,
  fanOut: number,
  normal: Rng,
): Mat {
  const std = { zeros: 0, xavier: Math.sqrt(2 / (fanIn + fanOut)), he: Math.sqrt(2 / fanIn) }[scheme];
  return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => std * normal()));
}

export function gradNormByDepth(Ws: Mat[], x: Vec, g: Act): Vec {
  const zs: Vec[] = [];
  let h = x;
  for (const W of Ws) {
    const z = W.map((row) => row.reduce((sum, w, j) => sum + w * h[j], 0));
    zs.push(z);
    h = z.map(g.f);
  }
  const norms: Vec = [];
  let dh = h.map(() => 1);
  for (let l = Ws.length - 1; l >= 0; l--) {
    const dz = dh.map((d, i) => d * g.df(zs[l][i]));
    norms.unshift(Math.hypot(...dh));
    dh = Ws[l][0].map((_, j) => dz.reduce((sum, d, i) => sum + d * Ws[l][i][j], 0));
  }
  return norms;
}
