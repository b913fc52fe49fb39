/** @file Nobody is timed before everybody computes the same. */

/** @throws {Error} if two contenders differ by more than rounding */
export function agree(a: readonly number[], b: readonly number[], tolerance = 1e-9): void {
  const scale = a.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1e-300);
  const off = a.findIndex((x, i) => !(Math.abs(x - b[i]!) <= tolerance * scale));
  if (off >= 0 || a.length !== b.length)
    throw new Error(`the contenders differ at number ${off}: ${a[off]} and ${b[off]}`);
}
