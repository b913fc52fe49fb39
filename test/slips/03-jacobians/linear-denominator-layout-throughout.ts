// exercise: 03-jacobians/linear-layer-jacobians
// slip: denominator-layout
import type { Mat, Vec } from "gradbook";

export function linearLayerJacobians(W: Mat, x: Vec) {
  const dx = x.map((_, j) => W.map((row) => row[j]));
  const db = W.map((_, i) => W.map((_row, r) => (i === r ? 1 : 0)));
  const dvecW = W.flatMap((_, r) => x.map((xj) => W.map((_row, i) => (r === i ? xj : 0))));
  return { dx, db, dvecW };
}
