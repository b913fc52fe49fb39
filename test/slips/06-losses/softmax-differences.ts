// exercise: 06-losses/softmax-cross-entropy
// slip: finite-difference
import type { Vec } from "gradbook";

const lse = (z: Vec) => {
  const m = Math.max(...z);
  return m + Math.log(z.reduce((sum, zi) => sum + Math.exp(zi - m), 0));
};
const lossAt = (z: Vec, target: Vec) => target.reduce((sum, t, i) => sum + t * (lse(z) - z[i]), 0);

export function softmaxCrossEntropy(z: Vec, target: Vec) {
  const h = 1e-5;
  const moved = (i: number, by: number) => z.map((zj, j) => (j === i ? zj + by : zj));
  const dz = z.map((_, i) => (lossAt(moved(i, h), target) - lossAt(moved(i, -h), target)) / (2 * h));
  return { loss: lossAt(z, target), p: z.map((zi) => Math.exp(zi - lse(z))), dz };
}
