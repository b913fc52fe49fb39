// exercise: 02-toy-networks/chain-derivative
// slip: wrong-start
import type { Fn1 } from "gradbook";

export function chainDerivative(fs: Fn1[], dfs: Fn1[], x: number) {
  const values = [x];
  for (let i = 0; i < fs.length; i++) values.push(fs[i](values[i]));
  const upstream = values.map((v) => v);
  for (let i = fs.length - 1; i >= 0; i--) upstream[i] = upstream[i + 1] * dfs[i](values[i]);
  return { values, upstream, derivative: upstream[0] };
}
