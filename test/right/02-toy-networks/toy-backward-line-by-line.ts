// exercise: 02-toy-networks/toy-backward
import type { Act3, ToyCache, ToyParams } from "gradbook";

export function toyBackward({ omega: w }: ToyParams, { y, f, h }: ToyCache, [d0, d1, d2]: Act3) {
  const df3 = -2 * (y - f[3]);
  const dh3 = df3 * w[3];
  const df2 = dh3 * d2(f[2]);
  const dh2 = df2 * w[2];
  const df1 = dh2 * d1(f[1]);
  const dh1 = df1 * w[1];
  const df0 = dh1 * d0(f[0]);
  const dX = df0 * w[0];
  const dF = [df0, df1, df2, df3];
  return {
    dF,
    dH: [dX, dh1, dh2, dh3],
    dBeta: dF,
    dOmega: [df0 * h[0], df1 * h[1], df2 * h[2], df3 * h[3]],
    dX,
  };
}
