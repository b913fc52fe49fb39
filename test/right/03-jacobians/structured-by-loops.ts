// exercise: 03-jacobians/structured-jacobians
import type { Fn1, Mat, Vec } from "gradbook";

export function structuredJacobians(df: Fn1, z: Vec): { elementwise: Mat; softmax: Mat } {
  const n = z.length;
  let total = 0;
  let largest = z[0];
  for (const zi of z) if (zi > largest) largest = zi;
  for (const zi of z) total += Math.exp(zi - largest);
  const elementwise: Mat = [];
  const softmax: Mat = [];
  for (let i = 0; i < n; i++) {
    elementwise.push(new Array<number>(n).fill(0));
    elementwise[i][i] = df(z[i]);
    softmax.push([]);
    const pi = Math.exp(z[i] - largest) / total;
    for (let j = 0; j < n; j++) {
      const pj = Math.exp(z[j] - largest) / total;
      softmax[i].push(i === j ? pi - pi * pi : -pi * pj);
    }
  }
  return { elementwise, softmax };
}
