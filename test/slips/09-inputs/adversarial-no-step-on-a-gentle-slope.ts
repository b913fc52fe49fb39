// exercise: 09-inputs/adversarial-step
// slip: unnamed
import type { Vec } from "gradbook";

export function adversarialStep(
  x: Vec,
  grad: Vec,
  eps: number,
  norm: "linf" | "l2",
  box: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Vec {
  const length = Math.hypot(...grad);
  const r = grad.map((g) => {
    // Each entry has the whole budget for itself: spend it all, in the direction that helps.
    if (norm === "linf") return eps * Math.sign(g);
    // One budget for all: along the gradient, scaled to the length eps. Without a slope there is no direction.
    return length > 0.01 ? (eps * g) / length : 0;
  });
  const [low, high] = box;
  return x.map((xk, k) => Math.min(Math.max(xk + r[k], low), high));
}
