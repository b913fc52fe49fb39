// exercise: 09-inputs/adversarial-step
import type { Vec } from "gradbook";

export function adversarialStep(
  x: Vec,
  grad: Vec,
  eps: number,
  norm: "linf" | "l2",
  box?: [number, number],
): Vec {
  const size = Math.hypot(...grad) || 1;
  const [low, high] = box ?? [-Infinity, Infinity];
  const step = norm === "l2" ? grad.map((g) => (g / size) * eps) : grad.map((g) => Math.sign(g) * eps);
  return x.map((v, k) => Math.max(low, Math.min(high, v + step[k])));
}
