// exercise: 09-inputs/adversarial-step
// slip: unnamed
import type { Vec } from "gradbook";

export function adversarialStep(
  x: Vec,
  grad: Vec,
  eps: number,
  norm: "linf" | "l2",
  box?: [number, number],
): Vec {
  const by = norm === "linf" ? eps : eps / Math.sqrt(x.length);
  return x.map((v, k) => (box && grad[k] < 0 ? v - by : v + by));
}
