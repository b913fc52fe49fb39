// exercise: 03-jacobians/linear-layer-jacobians
// slip: transposed
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec) {
  const dx = W.map((row) => [...row]);
  const db = W.map((_, i) => W.map((_row, r) => (i === r ? 1 : 0)));
  const dvecW = W.flatMap((_, r) => x.map((xj) => W.map((_row, i) => (r === i ? xj : 0))));
  return { dx, db, dvecW };
}
