// exercise: 07-matrix-backprop/deep-relu-backward
import type { Mat, Vec } from "gradbook";

export function deepReluBackward(Omega: Mat[], beta: Vec[], x: Vec, y: Vec) {
  const n = Omega.length;
  const f: Vec[] = [];
  const h: Vec[] = [x.slice()];
  for (let k = 0; k < n; k++) {
    f[k] = [];
    for (let i = 0; i < Omega[k].length; i++) {
      f[k][i] = beta[k][i];
      for (let j = 0; j < h[k].length; j++) f[k][i] += Omega[k][i][j] * h[k][j];
    }
    if (k < n - 1) h[k + 1] = f[k].map((z) => Math.max(z, 0));
  }
  let loss = 0;
  for (let i = 0; i < y.length; i++) loss += (f[n - 1][i] - y[i]) ** 2;
  const dOmega = Omega.map((W) => W.map((row) => row.map(() => 0)));
  const dBeta = beta.map((b) => b.map(() => 0));
  const dH = h.map((v) => v.map(() => 0));
  for (let k = n - 1; k >= 0; k--) {
    for (let i = 0; i < f[k].length; i++) {
      const df = k === n - 1 ? 2 * (f[k][i] - y[i]) : f[k][i] > 0 ? dH[k + 1][i] : 0;
      dBeta[k][i] = df;
      for (let j = 0; j < h[k].length; j++) {
        dOmega[k][i][j] = df * h[k][j];
        dH[k][j] += df * Omega[k][i][j];
      }
    }
  }
  return { loss, dOmega, dBeta, dX: dH[0] };
}
