// exercise: 07-matrix-backprop/linear-backward
import type { Mat, Vec } from "gradbook";

export function linearBackward(W: Mat, x: Vec, gOut: Vec): { gIn: Vec; dW: Mat; db: Vec } {
  const gIn = new Array<number>(x.length).fill(0);
  const dW: Mat = [];
  for (let i = 0; i < W.length; i++) {
    dW.push([]);
    for (let j = 0; j < x.length; j++) {
      gIn[j] += W[i][j] * gOut[i];
      dW[i].push(gOut[i] * x[j]);
    }
  }
  return { gIn, dW, db: gOut.slice() };
}
