import type { Fn1, Vec } from "gradbook";

export function chainDerivative(
  fs: Fn1[],
  dfs: Fn1[],
  x: number,
): { values: Vec; upstream: Vec; derivative: number } {
  // Forward: keep every value, because each slope will be asked at one of them.
  const values = [x];
  for (const [i, f] of fs.entries()) values.push(f(values[i]));

  // Backward: the last value moves one for one with itself. Each step to the left multiplies what has
  // arrived so far by one more slope, taken where that function stood: at its input values[i].
  const upstream = values.map(() => 1);
  for (let i = fs.length - 1; i >= 0; i--) upstream[i] = upstream[i + 1] * dfs[i](values[i]);

  return { values, upstream, derivative: upstream[0] };
}
