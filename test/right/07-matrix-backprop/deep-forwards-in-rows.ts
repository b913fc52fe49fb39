// exercise: 07-matrix-backprop/deep-relu-backward
import type { Mat, Vec } from "gradbook";

const dot = (a: Vec, b: Vec) => a.map((ai, i) => ai * b[i]).reduce((sum, p) => sum + p, 0);
const transpose = (M: Mat): Mat => M[0].map((_, j) => M.map((row) => row[j]));

/** One layer after another, each calling the next and then doing its own part on the way back. */
function through(
  Omega: Mat[],
  beta: Vec[],
  h: Vec,
  y: Vec,
  k: number,
): { loss: number; dOmega: Mat[]; dBeta: Vec[]; dh: Vec } {
  const W = Omega[k].map((row) => [...row]);
  const f = W.map((row, i) => dot(row, h) + beta[k][i]);
  let rest: { loss: number; dOmega: Mat[]; dBeta: Vec[]; df: Vec };
  if (k === Omega.length - 1) {
    const r = f.map((z, i) => z - y[i]);
    rest = { loss: dot(r, r), dOmega: [], dBeta: [], df: r.map((ri) => ri + ri) };
  } else {
    const { dh, ...above } = through(
      Omega,
      beta,
      f.map((z) => Math.max(z, 0)),
      y,
      k + 1,
    );
    rest = { ...above, df: dh.map((d, i) => d * Number(f[i] > 0)) };
  }
  const { loss, dOmega, dBeta, df } = rest;
  const own = df.map((d) => h.map((hj) => d * hj));
  return {
    loss,
    dOmega: [own, ...dOmega],
    dBeta: [df, ...dBeta],
    dh: transpose(W).map((column) => dot(column, df)),
  };
}

export function deepReluBackward(Omega: Mat[], beta: Vec[], x: Vec, y: Vec) {
  const { dh, ...all } = through(Omega, beta, x, y, 0);
  return { ...all, dX: dh };
}
