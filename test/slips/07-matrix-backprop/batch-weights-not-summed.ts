// exercise: 07-matrix-backprop/batch-linear-backward
// slip: missing-broadcast-sum
import type { Mat } from "gradbook";

export function batchLinearBackward(X: Mat, W: Mat, G: Mat) {
  const dX = G.map((g) => W[0].map((_, j) => g.reduce((sum, gr, r) => sum + gr * W[r][j], 0)));
  const dW = G.map((g, i) => g.map((gr) => X[i].map((xj) => gr * xj)));
  const db = W.map((_, r) => G.reduce((sum, g) => sum + g[r], 0));
  return { dX, dW, db };
}
