// exercise: 02-toy-networks/toy-forward
import type { Act3, ToyParams } from "gradbook";

export function toyForward({ beta: b, omega: w }: ToyParams, x: number, y: number, [a0, a1, a2]: Act3) {
  const f0 = w[0] * x + b[0];
  const h1 = a0(f0);
  const f1 = w[1] * h1 + b[1];
  const h2 = a1(f1);
  const f2 = w[2] * h2 + b[2];
  const h3 = a2(f2);
  const f3 = w[3] * h3 + b[3];
  return { x, y, f: [f0, f1, f2, f3], h: [x, h1, h2, h3], loss: (y - f3) * (y - f3) };
}
