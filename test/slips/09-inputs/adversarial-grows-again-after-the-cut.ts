// exercise: 09-inputs/adversarial-step
// slip: grown-again
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
  if (!box) return x.map((v, k) => v + r[k]);
  const cut = x.map((v, k) => Math.min(Math.max(v + r[k], box[0]), box[1]) - v);
  const left = norm === "l2" ? Math.hypot(...cut) : Math.max(...cut.map(Math.abs));
  return left > 0 ? x.map((v, k) => v + (cut[k] * eps) / left) : [...x];
}
