// exercise: 02-toy-networks/toy-forward
// slip: extra-activation
import type { Act3, ToyCache, ToyParams } from "gradbook";

export function toyForward(p: ToyParams, x: number, y: number, acts: Act3): ToyCache {
  const f: number[] = [];
  const h = [acts[0](x)];
  for (let k = 0; k < 4; k++) {
    f[k] = p.beta[k] + p.omega[k] * h[k];
    if (k < 3) h[k + 1] = acts[k](f[k]);
  }
  return { x, y, f, h, loss: (f[3] - y) ** 2 };
}
