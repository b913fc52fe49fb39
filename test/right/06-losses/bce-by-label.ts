// exercise: 06-losses/bce-with-logits
import type { Vec } from "gradbook";

// A label of 0 mirrors the logit: both labels share one formula.
export function bceWithLogits(z: Vec, y: Vec): { loss: number; dz: Vec } {
  const wrongness = z.map((zi, i) => (y[i] === 1 ? -zi : zi));
  const cost = (u: number) => (u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u)));
  const share = (u: number) => (u > 0 ? 1 / (1 + Math.exp(-u)) : Math.exp(u) / (1 + Math.exp(u)));
  return {
    loss: wrongness.reduce((sum, u) => sum + cost(u), 0) / z.length,
    dz: wrongness.map((u, i) => ((y[i] === 1 ? -1 : 1) * share(u)) / z.length),
  };
}
