// exercise: 09-inputs/adversarial-step
// slip: not-clipped
import type { Vec } from "gradbook";

export function adversarialStep(
  x: Vec,
  grad: Vec,
  eps: number,
  norm: "linf" | "l2",
  box?: [number, number],
): Vec {
  const size = Math.sqrt(grad.reduce((sum, g) => sum + g * g, 0));
  const r = grad.map((g) => (norm === "linf" ? eps * Math.sign(g) : size > 0 ? (eps * g) / size : 0));
  return x.map((v, k) => (box ? Math.max(v + r[k], box[0]) : v + r[k]));
}
