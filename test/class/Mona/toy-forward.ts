import type { Act3, ToyCache, ToyParams, Vec } from "gradbook";
import { squared } from "./helper.ts";

export function toyForward(p: ToyParams, x: number, y: number, acts: Act3): ToyCache {
  const f: Vec = [];
  const h: Vec = [x]; // h[0] is the input, so that every layer reads h[k]: no special case for k = 0
  for (let k = 0; k < 4; k++) {
    f.push(p.beta[k] + p.omega[k] * h[k]);
    if (k < 3) h.push(acts[k](f[k])); // three activations for four f: the prediction f[3] stays as it is
  }
  return { x, y, f, h, loss: squared(f[3] - y) };
}
