// exercise: 03-jacobians/linear-layer-jacobians
// slip: value-for-gradient
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, _x: Vec) {
  const dx = W.map((row) => [...row]);
  const db = W.map((_, i) => W.map((_row, r) => (i === r ? 1 : 0)));
  const dvecW = W.map((_, i) => W.flatMap((row, r) => row.map((w) => (r === i ? w : 0))));
  return { dx, db, dvecW };
}
