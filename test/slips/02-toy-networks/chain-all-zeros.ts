// exercise: 02-toy-networks/chain-derivative
// slip: all-zeros
import type { Fn1 } from "gradbook";

export function chainDerivative(fs: Fn1[], dfs: Fn1[], x: number) {
  const values = [x];
  for (let i = 0; i < fs.length; i++) values.push(fs[i](values[i]));
  for (let i = 0; i < dfs.length; i++) dfs[i](values[i]);
  return { values, upstream: values.map(() => 0), derivative: 0 };
}
