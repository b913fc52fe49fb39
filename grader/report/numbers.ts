/** @file Numbers as a student reads them. */

/** "1.3", "2": points to two decimals at most. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);

/** "1.3 of 2 points" */
export const pointsOf = (earned: number, max: number): string =>
  `${points(earned)} of ${points(max)} ${max === 1 ? "point" : "points"}`;

/** "1 part", "3 parts" */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** Six significant digits, or as many more as tell the number from the text beside it. */
export function digits(value: number, apartFrom = ""): string {
  for (const precision of [6, 9, 12]) {
    const text = short(value, precision);
    if (!Number.isFinite(Number(apartFrom)) || short(Number(apartFrom), precision) !== text) return text;
  }
  return String(value);
}
const short = (value: number, precision: number): string => String(Number(value.toPrecision(precision)));

/** The half-width of an error bar, one digit, rounded up: "2e-12". */
export function errorBar(error: number): string {
  if (error === 0 || !Number.isFinite(error)) return String(error);
  const power = 10 ** Math.floor(Math.log10(error));
  return (Math.ceil((error / power) * (1 - 1e-12)) * power).toExponential(0);
}

/** The sum of points without the dust of floating-point addition. */
export const total = (points: Iterable<number>): number => {
  let sum = 0;
  for (const p of points) sum += p;
  return Math.round(sum * 1e6) / 1e6;
};
