// exercise: 02-toy-networks/chain-derivative
import type { Fn1 } from "gradbook";

export function chainDerivative(fs: Fn1[], dfs: Fn1[], x: number) {
  const [f, ...otherFs] = fs;
  const [df, ...otherDfs] = dfs;
  if (!f) return { values: [x], upstream: [1], derivative: 1 };
  const rest: { values: number[]; upstream: number[]; derivative: number } = chainDerivative(
    otherFs,
    otherDfs,
    f(x),
  );
  const derivative = rest.derivative * df(x);
  return { values: [x, ...rest.values], upstream: [derivative, ...rest.upstream], derivative };
}
