// exercise: 07-matrix-backprop/deep-relu-backward
// slip: missing-act-deriv
import type { Mat, Vec } from "gradbook";

export function deepReluBackward(Omega: Mat[], beta: Vec[], x: Vec, y: Vec) {
  const last = Omega.length - 1;
  const f: Vec[] = [];
  const h: Vec[] = [x];
  for (let k = 0; k <= last; k++) {
    f.push(Omega[k].map((row, i) => row.reduce((sum, w, j) => sum + w * h[k][j], beta[k][i])));
    if (k < last) h.push(f[k].map((z) => Math.max(0, z)));
  }
  const loss = f[last].reduce((sum, z, i) => sum + (z - y[i]) ** 2, 0);
  const dOmega: Mat[] = [];
  const dBeta: Vec[] = [];
  let dX: Vec = [];
  let df = f[last].map((z, i) => 2 * (z - y[i]));
  for (let k = last; k >= 0; k--) {
    dBeta[k] = df;
    dOmega[k] = df.map((d) => h[k].map((hj) => d * hj));
    const dh = h[k].map((_, j) => df.reduce((sum, d, i) => sum + d * Omega[k][i][j], 0));
    if (k === 0) dX = dh;
    else df = dh.map((d) => d);
  }
  return { loss, dOmega, dBeta, dX };
}
