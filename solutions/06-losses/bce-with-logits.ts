/** @file 6.4 Binary cross-entropy, from logits. */
import type { Vec } from "gradbook";

export function bceWithLogits(z: Vec, y: Vec): { loss: number; dz: Vec } {
  const n = z.length;
  // -ln σ(z) = ln(1 + e^-z) and -ln(1 - σ(z)) = ln(1 + e^z) = z + ln(1 + e^-z). For both labels that is ln(1 + e^z) - y·z.
  // e^z may overflow, e^-|z| cannot: ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|).
  const costs = z.map((zi, i) => Math.max(zi, 0) - y[i] * zi + Math.log1p(Math.exp(-Math.abs(zi))));

  // The slope of ln(1 + e^z) is σ(z), that of y·z is y. Each example is a part 1/n of the mean.
  const sigmoid = (v: number) => (v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v)));
  return {
    loss: costs.reduce((sum, cost) => sum + cost, 0) / n,
    dz: z.map((zi, i) => (sigmoid(zi) - y[i]) / n),
  };
}
