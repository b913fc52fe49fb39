// exercise: 02-toy-networks/chain-derivative
import type { Fn1 } from "gradbook";

export function chainDerivative(fs: Fn1[], dfs: Fn1[], x: number) {
  const values = new Float64Array(fs.length + 1);
  const slopes: number[] = [];
  values[0] = x;
  fs.forEach((f, i) => {
    slopes.push(dfs[i](values[i]));
    values[i + 1] = f(values[i]);
  });
  const upstream = [1];
  for (const slope of slopes.toReversed()) upstream.unshift(slope * upstream[0]);
  return { derivative: upstream[0], upstream, values };
}
