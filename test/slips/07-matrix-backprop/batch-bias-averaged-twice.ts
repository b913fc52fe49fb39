// exercise: 07-matrix-backprop/batch-linear-backward
// slip: sum-vs-mean
import type { Mat } from "gradbook";

export function batchLinearBackward(X: Mat, W: Mat, G: Mat) {
  const dX = G.map((g) => W[0].map((_, j) => g.reduce((sum, gr, r) => sum + gr * W[r][j], 0)));
  const dW = W.map((row, r) => row.map((_, j) => X.reduce((sum, x, i) => sum + G[i][r] * x[j], 0)));
  const db = W.map((_, r) => G.reduce((sum, g) => sum + g[r], 0) / X.length);
  return { dX, dW, db };
}
