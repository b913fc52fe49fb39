// exercise: 03-jacobians/linear-layer-jacobians
// slip: wrong-shape
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec) {
  const dx = W.map((row) => [...row]);
  const db = 1;
  const dvecW = W.map((_, i) => W.flatMap((_row, r) => x.map((xj) => (r === i ? xj : 0))));
  return { dx, db, dvecW };
}
