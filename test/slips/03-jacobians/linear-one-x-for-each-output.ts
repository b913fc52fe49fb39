// exercise: 03-jacobians/linear-layer-jacobians
// slip: dot-instead-of-outer
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec) {
  const dx = W.map((row) => [...row]);
  const db = W.map((_, i) => W.map((_row, r) => (i === r ? 1 : 0)));
  const dvecW = W.map(() => [...x]);
  return { dx, db, dvecW };
}
