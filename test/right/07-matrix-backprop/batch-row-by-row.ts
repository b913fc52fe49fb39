// exercise: 07-matrix-backprop/batch-linear-backward
import type { Mat, Vec } from "gradbook";

export function batchLinearBackward(X: Mat, W: Mat, G: Mat): { dX: Mat; dW: Mat; db: Vec } {
  const dW = W.map((row) => row.map(() => 0));
  const db = W.map(() => 0);
  const dX = X.map((x, i) => {
    const dx = x.map(() => 0);
    for (const [r, g] of G[i].entries()) {
      db[r] += g;
      for (const [j, xj] of x.entries()) {
        dW[r][j] += g * xj;
        dx[j] += g * W[r][j];
      }
    }
    return dx;
  });
  return { dX, dW, db };
}
