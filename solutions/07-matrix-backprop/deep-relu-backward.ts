/** @file 7.4 A relu network of any depth, backwards. */
import type { Mat, Vec } from "gradbook";

const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * b[i], 0);

export function deepReluBackward(
  Omega: Mat[],
  beta: Vec[],
  x: Vec,
  y: Vec,
): { loss: number; dOmega: Mat[]; dBeta: Vec[]; dX: Vec } {
  const last = Omega.length - 1;
  const f: Vec[] = [];
  const h: Vec[] = [x];
  for (const [k, weights] of Omega.entries()) {
    f.push(weights.map((row, i) => beta[k][i] + dot(row, h[k])));
    if (k < last) h.push(f[k].map((z) => Math.max(z, 0)));
  }
  const r = f[last].map((z, i) => z - y[i]);

  const [dOmega, dBeta]: [Mat[], Vec[]] = [[], []];
  let df = r.map((ri) => 2 * ri); // dl/df[k] for the layer that the loop has reached
  let dX = x;
  for (let k = last; k >= 0; k--) {
    dBeta[k] = df;
    dOmega[k] = df.map((d) => h[k].map((hj) => d * hj)); // for k = 0 that is x
    const dh = h[k].map((_, j) => df.reduce((sum, d, i) => sum + d * Omega[k][i][j], 0));
    if (k === 0) dX = dh;
    // relu lets through where its own input was positive: the f below, not the f that this layer made.
    else df = dh.map((d, j) => (f[k - 1][j] > 0 ? d : 0));
  }
  return { loss: dot(r, r), dOmega, dBeta, dX };
}
