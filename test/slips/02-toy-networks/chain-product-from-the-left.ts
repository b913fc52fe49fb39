// exercise: 02-toy-networks/chain-derivative
// slip: running-product
import type { Fn1 } from "gradbook";

export function chainDerivative(fs: Fn1[], dfs: Fn1[], x: number) {
  const values = [x];
  for (let i = 0; i < fs.length; i++) values.push(fs[i](values[i]));
  const upstream = [1];
  for (let i = 0; i < dfs.length; i++) upstream.push(upstream[i] * dfs[i](values[i]));
  return { values, upstream, derivative: upstream[fs.length] };
}
