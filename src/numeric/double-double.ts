/**
 * @file Double-double arithmetic: a number as the unevaluated sum hi + lo of two Float64, about 31 decimal digits.
 * The error-free sums and products are Dekker's and Knuth's; infinities and NaN all end as NaN.
 * @see T. J. Dekker, "A floating-point technique for extending the available precision", 1971
 */

/** hi is the nearest Float64 of the number, lo the rest. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** hi + lo exactly, for |hi| ≥ |lo|. */
function pair(hi: number, lo: number): DoubleDouble {
  const sum = hi + lo;
  return { hi: sum, lo: lo - (sum - hi) };
}

/** Veltkamp's constant 2²⁷ + 1: splits a Float64 into two halves whose products are exact. */
const SPLITTER = 134217729;

/** What rounding took from the product of a and b. */
function productRest(a: number, b: number, rounded: number): number {
  const wideA = SPLITTER * a;
  const ah = wideA - (wideA - a);
  const al = a - ah;
  const wideB = SPLITTER * b;
  const bh = wideB - (wideB - b);
  const bl = b - bh;
  return ah * bh - rounded + ah * bl + al * bh + al * bl;
}
/** a·b exactly. */
const product = (a: number, b: number): DoubleDouble => ({ hi: a * b, lo: productRest(a, b, a * b) });

export const of = (x: number): DoubleDouble => ({ hi: x, lo: 0 });
/** The nearest Float64. */
export const value = (a: DoubleDouble): number => a.hi;

export const neg = (a: DoubleDouble): DoubleDouble => ({ hi: -a.hi, lo: -a.lo });

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = a.hi + b.hi;
  const fromB = high - a.hi;
  const highRest = a.hi - (high - fromB) + (b.hi - fromB);
  const low = a.lo + b.lo;
  const fromLow = low - a.lo;
  const lowRest = a.lo - (low - fromLow) + (b.lo - fromLow);
  const carried = highRest + low;
  const sum = high + carried;
  return pair(sum, carried - (sum - high) + lowRest);
}

export const sub = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => add(a, neg(b));

export function mul(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const main = a.hi * b.hi;
  return pair(main, productRest(a.hi, b.hi, main) + (a.hi * b.lo + a.lo * b.hi));
}

/** Long division, three digits of 53 bits. */
export function div(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.hi / b.hi;
  let rest = sub(a, mul(b, of(first)));
  const second = rest.hi / b.hi;
  rest = sub(rest, mul(b, of(second)));
  return add(pair(first, second), of(rest.hi / b.hi));
}

/** One Newton step from the Float64 root doubles its digits; √0 = 0, of negatives NaN. */
export function sqrt(a: DoubleDouble): DoubleDouble {
  if (a.hi === 0) return a;
  const root = Math.sqrt(a.hi);
  const rest = sub(a, product(root, root));
  return pair(root, rest.hi / (2 * root));
}

const ONE = of(1);
const TWO = of(2);
/** ln 2 and π/2, each as a sum of three Float64: what is left after subtracting n of them keeps its digits. */
const LN2 = [Math.LN2, 2.3190468138462996e-17, 5.707708438416212e-34] as const;
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33] as const;
export const LN10: DoubleDouble = { hi: Math.LN10, lo: -2.1707562233822494e-16 };

/** x − n·c. */
const reduced = (x: DoubleDouble, n: number, c: readonly [number, number, number]): DoubleDouble => {
  const [first, second, third] = [product(n, c[0]), product(n, c[1]), of(n * c[2])];
  return sub(sub(sub(x, first), second), third);
};

/** 1/k! for k = 0..27. */
const INVERSE_FACTORIAL: readonly DoubleDouble[] = (() => {
  const all = [ONE];
  for (let k = 1; k <= 27; k++) all.push(div(all[k - 1]!, of(k)));
  return all;
})();

/** Σ 1/k! · x^k over k = first, first + step, … ≤ 27, divided by x^first: Horner's scheme in x^step. */
function series(power: DoubleDouble, first: number, step: number, last: number): DoubleDouble {
  let sum = INVERSE_FACTORIAL[last]!;
  for (let k = last - step; k >= first; k -= step) sum = add(mul(sum, power), INVERSE_FACTORIAL[k]!);
  return sum;
}

/** e^x − 1 for |x| ≤ ln 2: the series at x/64, then (e^t − 1)·(e^t + 1) six times. */
function expm1Small(x: DoubleDouble): DoubleDouble {
  const t = { hi: x.hi / 64, lo: x.lo / 64 };
  let e = mul(series(t, 1, 1, 14), t);
  for (let i = 0; i < 6; i++) e = mul(e, add(e, TWO));
  return e;
}

const scaled = (a: DoubleDouble, exponent: number): DoubleDouble => {
  const half = Math.trunc(exponent / 2);
  const [once, rest] = [2 ** half, 2 ** (exponent - half)];
  return { hi: a.hi * once * rest, lo: a.lo * once * rest };
};

export function exp(x: DoubleDouble): DoubleDouble {
  if (x.hi > 709.7) return of(Number.POSITIVE_INFINITY);
  if (x.hi < -745) return of(0);
  const n = Math.round(x.hi / LN2[0]);
  return scaled(add(expm1Small(reduced(x, n, LN2)), ONE), n);
}

/** e^x − 1 without cancellation near 0. */
export const expm1 = (x: DoubleDouble): DoubleDouble =>
  Math.abs(x.hi) < 0.5 ? expm1Small(x) : sub(exp(x), ONE);

/** log(1 + x) without cancellation near 0, by Newton's method on e^y − 1 = x. */
export function log1p(x: DoubleDouble): DoubleDouble {
  let y = of(Math.log1p(x.hi));
  for (let i = 0; i < 2; i++) {
    const e = expm1(y);
    y = add(y, div(sub(x, e), add(e, ONE)));
  }
  return y;
}

/** NaN for x ≤ 0. */
export function log(x: DoubleDouble): DoubleDouble {
  if (x.hi > 0.5 && x.hi < 2) return log1p(sub(x, ONE));
  let y = of(Math.log(x.hi));
  for (let i = 0; i < 2; i++) y = add(y, sub(mul(x, exp(neg(y))), ONE));
  return y;
}

/** sin(x + quarters·π/2): the remainder of x to the nearest multiple of π/2 goes into one of the two series. */
function sine(x: DoubleDouble, quarters: number): DoubleDouble {
  const n = Math.round(x.hi / HALF_PI[0]);
  const r = reduced(x, n, HALF_PI);
  const minusSquare = neg(mul(r, r));
  const quadrant = (((n + quarters) % 4) + 4) % 4;
  const size = quadrant % 2 ? series(minusSquare, 0, 2, 26) : mul(series(minusSquare, 1, 2, 27), r);
  return quadrant < 2 ? size : neg(size);
}
export const sin = (x: DoubleDouble): DoubleDouble => sine(x, 0);
export const cos = (x: DoubleDouble): DoubleDouble => sine(x, 1);

/** (e^2x − 1)/(e^2x + 1); ±1 where that rounds to it. */
export function tanh(x: DoubleDouble): DoubleDouble {
  if (Math.abs(x.hi) > 40) return of(Math.sign(x.hi));
  const e = expm1({ hi: 2 * x.hi, lo: 2 * x.lo });
  return div(e, add(e, TWO));
}
