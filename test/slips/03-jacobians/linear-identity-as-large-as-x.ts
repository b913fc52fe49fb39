// exercise: 03-jacobians/linear-layer-jacobians
// slip: unnamed
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec) {
  const dx = W.map((row) => [...row]);
  const db = x.map((_, i) => x.map((_x, r) => (i === r ? 1 : 0)));
  const dvecW = W.map((_, i) => W.flatMap((_row, r) => x.map((xj) => (r === i ? xj : 0))));
  return { dx, db, dvecW };
}
