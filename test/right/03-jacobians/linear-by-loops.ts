// exercise: 03-jacobians/linear-layer-jacobians
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec): { dx: Mat; db: Mat; dvecW: Mat } {
  const [m, n] = [W.length, x.length];
  const zeros = (rows: number, columns: number): Mat =>
    Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const [dx, db, dvecW] = [zeros(m, n), zeros(m, m), zeros(m, m * n)];
  for (let i = 0; i < m; i++) {
    db[i][i] = 1;
    for (let j = 0; j < n; j++) {
      dx[i][j] = W[i][j];
      dvecW[i][i * n + j] = x[j];
    }
  }
  return { dx, db, dvecW };
}
