// exercise: 07-matrix-backprop/linear-backward
import type { Mat, Vec } from "gradbook";

const transpose = (M: Mat): Mat => M[0].map((_, j) => M.map((row) => row[j]));
const times = (M: Mat, v: Vec): Vec => M.map((row) => row.reduce((sum, m, j) => sum + m * v[j], 0));

export const linearBackward = (W: Mat, x: Vec, gOut: Vec) => ({
  gIn: times(transpose(W), gOut),
  dW: transpose(x.map((xj) => gOut.map((g) => xj * g))),
  db: gOut,
});
