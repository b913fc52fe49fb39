// exercise: 03-jacobians/linear-layer-jacobians
// slip: unnamed
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec) {
  const dx = W.map((row) => [...row]);
  const db = W.map((_, i) => W.map((_row, r) => (i === r ? 1 : 0)));
  const dvecW = W.map((_, i) => W.map((_row, r) => x.map((xj) => (r === i ? xj : 0))));
  return { dx, db, dvecW };
}
