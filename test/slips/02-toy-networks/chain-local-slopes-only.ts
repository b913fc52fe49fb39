// exercise: 02-toy-networks/chain-derivative
// slip: missing-upstream
import type { Fn1 } from "gradbook";

export function chainDerivative(fs: Fn1[], dfs: Fn1[], x: number) {
  const values = [x];
  for (let i = 0; i < fs.length; i++) values.push(fs[i](values[i]));
  const upstream = [...dfs.map((df, i) => df(values[i])), 1];
  return { values, upstream, derivative: upstream[0] };
}
