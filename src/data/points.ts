/** @file Points in the plane with labels 0 and 1, alternating, so that every n has both. */
import { normal, type Rng } from "./random.ts";

/** X: n rows (x, y); y: n labels. */
export interface Labelled {
  readonly X: number[][];
  readonly y: number[];
}

/** n points of a curve for each label, t running over [0, 1], plus normal noise. */
function curves(
  n: number,
  noise: number,
  rng: Rng,
  at: (t: number, label: number) => [number, number],
): Labelled {
  const jitter = normal(rng);
  const y = Array.from({ length: n }, (_, i) => i % 2);
  const last = Math.max(1, Math.ceil(n / 2) - 1);
  const X = y.map((label, i) => at(Math.floor(i / 2) / last, label).map((c) => c + noise * jitter()));
  return { X, y };
}

/** Two interleaved half circles: (cos t, sin t) and (1 − cos t, ½ − sin t). */
export const moons = (n: number, noise: number, rng: Rng): Labelled =>
  curves(n, noise, rng, (t, label) => {
    const [x, y] = [Math.cos(Math.PI * t), Math.sin(Math.PI * t)];
    return label === 0 ? [x, y] : [1 - x, 0.5 - y];
  });

/** Two circles around 0, of radius 1 and ½. */
export const circles = (n: number, noise: number, rng: Rng): Labelled =>
  curves(n, noise, rng, (t, label) => {
    const r = label === 0 ? 1 : 0.5;
    return [r * Math.cos(2 * Math.PI * t), r * Math.sin(2 * Math.PI * t)];
  });

/** Two arms that leave 0 in opposite directions and turn `turns` times round it. */
export const spirals = (n: number, noise: number, rng: Rng, turns = 1): Labelled =>
  curves(n, noise, rng, (t, label) => {
    const angle = 2 * Math.PI * turns * t + Math.PI * label;
    return [t * Math.cos(angle), t * Math.sin(angle)];
  });

/** Uniform in the square [−1, 1]²: label 1 above the line y = slope·x + offset. */
export const line = (n: number, rng: Rng, slope = 0.5, offset = 0): Labelled =>
  square(n, rng, ([x, y]) => y > slope * x + offset);

/** Uniform in the square [−1, 1]²: label 1 where the signs of x and y differ. */
export const xor = (n: number, rng: Rng): Labelled => square(n, rng, ([x, y]) => x * y < 0);

function square(n: number, rng: Rng, isOne: (point: readonly [number, number]) => boolean): Labelled {
  const X = Array.from({ length: n }, (): [number, number] => [2 * rng() - 1, 2 * rng() - 1]);
  return { X, y: X.map((point) => (isOne(point) ? 1 : 0)) };
}
