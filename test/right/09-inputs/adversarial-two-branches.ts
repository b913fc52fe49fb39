// exercise: 09-inputs/adversarial-step
import type { Vec } from "gradbook";

export function adversarialStep(
  x: Vec,
  grad: Vec,
  eps: number,
  norm: "linf" | "l2",
  box?: [number, number],
): Vec {
  const clip = (v: number) => (box ? Math.min(box[1], Math.max(box[0], v)) : v);
  if (norm === "linf")
    return x.map((v, k) => {
      if (grad[k] === 0) return clip(v);
      return clip(grad[k] > 0 ? v + eps : v - eps);
    });
  const squares = grad.map((g) => g * g).reduce((a, b) => a + b, 0);
  if (squares === 0) return x.map(clip);
  const scale = eps / Math.sqrt(squares);
  return x.map((v, k) => clip(v + scale * grad[k]));
}
