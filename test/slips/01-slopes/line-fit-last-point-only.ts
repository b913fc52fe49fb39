// exercise: 01-slopes/line-fit
// slip: only-part-of-batch
import type { Vec } from "gradbook";

export function lineFitGrad(
  phi: [number, number],
  xs: Vec,
  ys: Vec,
): { loss: number; perExample: [number, number][]; grad: [number, number] } {
  const rs = xs.map((x, i) => phi[0] + phi[1] * x - ys[i]);
  const perExample = rs.map((r, i): [number, number] => [2 * r, 2 * r * xs[i]]);
  const grad: [number, number] = [0, 0];
  for (const [g0, g1] of perExample) {
    grad[0] = g0;
    grad[1] = g1;
  }
  return { loss: rs.reduce((sum, r) => sum + r * r, 0), perExample, grad: grad };
}
