/** @file 7.6 The linear layer backwards, for a batch. */
import type { Mat, Vec } from "gradbook";

export function batchLinearBackward(X: Mat, W: Mat, G: Mat): { dX: Mat; dW: Mat; db: Vec } {
  const sum = (term: (i: number) => number) => G.reduce((total, _, i) => total + term(i), 0);
  return {
    // G W. Example i reaches row i of Y only, so each row is 7.1 on its own.
    dX: G.map((g) => W[0].map((_, j) => g.reduce((total, gr, r) => total + gr * W[r][j], 0))),
    // Gᵀ X. Every example used the same weights, so their gradients add up.
    dW: W.map((row, r) => row.map((_, j) => sum((i) => G[i][r] * X[i][j]))),
    db: W.map((_, r) => sum((i) => G[i][r])), // the bias was copied to every row: the column sums of G
  };
}
