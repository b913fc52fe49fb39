/** @file Points of a function's graph. */

/**
 * Points [x, f(x)] for a line, evenly spaced, both ends included.
 *
 * @param count how many; at least 2
 */
export function sample(f: (x: number) => number, from: number, to: number, count = 201): [number, number][] {
  return Array.from({ length: count }, (_, i) => {
    const x = from + ((to - from) * i) / (count - 1);
    return [x, f(x)];
  });
}
