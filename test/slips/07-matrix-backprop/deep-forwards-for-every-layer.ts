// exercise: 07-matrix-backprop/deep-relu-backward
// slip: unnamed
import type { Mat, Vec } from "gradbook";

/** f of layer k, computed from the very beginning each time. */
function forward(Omega: Mat[], beta: Vec[], x: Vec, k: number): Vec {
  const below = k ? forward(Omega, beta, x, k - 1).map((z) => Math.max(z, 0)) : x;
  return Omega[k].map((row, i) => row.reduce((sum, w, j) => sum + w * below[j], beta[k][i]));
}

export function deepReluBackward(Omega: Mat[], beta: Vec[], x: Vec, y: Vec) {
  const last = Omega.length - 1;
  const out = forward(Omega, beta, x, last);
  const dOmega: Mat[] = [];
  const dBeta: Vec[] = [];
  let df = out.map((z, i) => 2 * (z - y[i]));
  let dX: Vec = [];
  for (let k = last; k >= 0; k--) {
    const below = k ? forward(Omega, beta, x, k - 1) : x;
    dBeta[k] = df;
    dOmega[k] = df.map((d) => below.map((b) => d * (k ? Math.max(b, 0) : b)));
    const dh = below.map((_, j) => df.reduce((sum, d, i) => sum + d * Omega[k][i][j], 0));
    if (k) df = dh.map((d, j) => (below[j] > 0 ? d : 0));
    else dX = dh;
  }
  return { loss: out.reduce((sum, z, i) => sum + (z - y[i]) ** 2, 0), dOmega, dBeta, dX };
}
