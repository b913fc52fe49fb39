/** @file What the errors at an output have in common. */

export type Numbers = readonly number[];
export interface WrongError {
  readonly id: string;
  readonly say: string;
}
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export const softmax = (row: Numbers) => {
  const top = Math.max(...row);
  const e = row.map((z) => Math.exp(z - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
};
/** Small numbers that students add inside a logarithm. */
export const EPSILONS = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12];
