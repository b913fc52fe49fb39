// exercise: 08-training/init-weights
import type { Act, Mat, Rng, Vec } from "gradbook";

export function initWeights(
  scheme: "zeros" | "xavier" | "he",
  fanIn: number,
  fanOut: number,
  normal: Rng,
): Mat {
  const W: Mat = [];
  for (let r = 0; r < fanOut; r++) {
    W.push([]);
    for (let c = 0; c < fanIn; c++) {
      if (scheme === "zeros") W[r].push(0);
      else if (scheme === "he") W[r].push(normal() / Math.sqrt(fanIn / 2));
      else W[r].push(normal() * (2 / (fanIn + fanOut)) ** 0.5);
    }
  }
  return W;
}

const times = (W: Mat, v: Vec) => W.map((row) => row.reduce((sum, w, j) => sum + w * v[j], 0));
const turned = (W: Mat): Mat => W[0].map((_, j) => W.map((row) => row[j]));

export function gradNormByDepth(Ws: Mat[], x: Vec, g: Act): Vec {
  const norms = Ws.map(() => 0);
  const back = (l: number, h: Vec): Vec => {
    if (l === Ws.length) return h.map(() => 1);
    const z = times(Ws[l], h);
    const dz = back(l + 1, z.map(g.f)).map((u, i) => u * g.df(z[i]));
    norms[l] = Math.sqrt(dz.reduce((sum, d) => sum + d ** 2, 0));
    return times(turned(Ws[l]), dz);
  };
  back(0, x);
  return norms;
}
