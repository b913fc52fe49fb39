// exercise: 07-matrix-backprop/batch-linear-backward
// slip: unnamed
import type { Mat } from "gradbook";

export function batchLinearBackward(X: Mat, W: Mat, G: Mat) {
  const dX = W[0].map((_, j) => G.reduce((sum, g) => sum + g.reduce((s, gr, r) => s + gr * W[r][j], 0), 0));
  const dW = W.map((row, r) => row.map((_, j) => X.reduce((sum, x, i) => sum + G[i][r] * x[j], 0)));
  const db = W.map((_, r) => G.reduce((sum, g) => sum + g[r], 0));
  return { dX, dW, db };
}
