import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as dd from "../../src/numeric/double-double.ts";

/** The oracle: fixed-point numbers as whole multiples of 2^-BITS, by schoolbook arithmetic on BigInt. */
const BITS = 420n;
const UNIT = 1n << BITS;
const times = (a: bigint, b: bigint) => (a * b) >> BITS;
const over = (a: bigint, b: bigint) => (a << BITS) / b;

/** A Float64, exactly. */
function fixed(x: number): bigint {
  let [mantissa, exponent] = [x, 0];
  for (; !Number.isInteger(mantissa); exponent++) mantissa *= 2;
  return (BigInt(mantissa) << BITS) >> BigInt(exponent);
}
const exact = ({ hi, lo }: dd.DoubleDouble) => fixed(hi) + fixed(lo);

/** Σ x^k/k! over every k, or every second one with alternating sign. */
function taylor(x: bigint, first: 0n | 1n, step: 1n | 2n): bigint {
  let [sum, term] = [0n, first === 1n ? x : UNIT];
  for (let k = first; term !== 0n; k += step) {
    sum += term;
    term = step === 1n ? times(term, x) / (k + 1n) : -times(times(term, x), x) / ((k + 1n) * (k + 2n));
  }
  return sum;
}
function expOracle(x: bigint): bigint {
  let e = taylor(x >> 20n, 0n, 1n);
  for (let i = 0; i < 20; i++) e = times(e, e);
  return e;
}
const tanhOracle = (x: bigint) => {
  const e = expOracle(2n * x);
  return over(e - UNIT, e + UNIT);
};

/** |a − b| / |b|, as a Float64. */
const relative = (a: bigint, b: bigint) => {
  const off = a > b ? a - b : b - a;
  const size = b < 0n ? -b : b;
  return size === 0n ? Number(off) : Number((off << 200n) / size) / 2 ** 200;
};

const within = (low: number, high: number) =>
  fc
    .tuple(fc.double({ min: low, max: high, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .filter(([hi]) => Math.abs(hi) > 1e-9)
    .map(([hi, part]) => dd.add(dd.of(hi), dd.of(hi * part * 2 ** -54)));
const either = (low: number, high: number) =>
  fc.tuple(within(low, high), fc.boolean()).map(([x, minus]) => (minus ? dd.neg(x) : x));

/** Relative error of every function on its domain; the oracle's own is far below. */
const DIGITS_30 = 1e-30;
const DIGITS_29 = 1e-29;
const RUNS = { seed: 7, numRuns: 300 };

describe("the four operations are right to 30 digits", () => {
  const pairs = fc.tuple(either(1e-6, 1e6), either(1e-6, 1e6));
  test("add, also when most digits cancel", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const sum = exact(a) + exact(b);
        expect(relative(exact(dd.add(a, b)), sum)).toBeLessThan(DIGITS_30);
        const back = dd.sub(dd.add(a, b), a);
        expect(Number(exact(back) - exact(b)) / Number(UNIT)).toBeCloseTo(0, 20);
      }),
      RUNS,
    );
  });
  test("mul", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(relative(exact(dd.mul(a, b)), times(exact(a), exact(b)))).toBeLessThan(DIGITS_30);
      }),
      RUNS,
    );
  });
  test("div", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(relative(exact(dd.div(a, b)), over(exact(a), exact(b)))).toBeLessThan(DIGITS_30);
      }),
      RUNS,
    );
  });
  test("sqrt", () => {
    fc.assert(
      fc.property(within(1e-6, 1e6), (a) => {
        const root = exact(dd.sqrt(a));
        expect(relative(times(root, root), exact(a))).toBeLessThan(DIGITS_30);
      }),
      RUNS,
    );
  });
});

describe("the elementary functions are right to 29 digits", () => {
  test("exp", () => {
    fc.assert(
      fc.property(either(1e-6, 80), (x) => {
        expect(relative(exact(dd.exp(x)), expOracle(exact(x)))).toBeLessThan(DIGITS_29);
      }),
      RUNS,
    );
  });
  test("expm1 near 0", () => {
    fc.assert(
      fc.property(either(1e-9, 1), (x) => {
        expect(relative(exact(dd.expm1(x)), expOracle(exact(x)) - UNIT)).toBeLessThan(DIGITS_29);
      }),
      RUNS,
    );
  });
  test("log", () => {
    fc.assert(
      fc.property(within(1e-6, 1e6), (x) => {
        expect(relative(expOracle(exact(dd.log(x))), exact(x))).toBeLessThan(DIGITS_29);
      }),
      RUNS,
    );
  });
  test("log1p near 0", () => {
    fc.assert(
      fc.property(either(1e-9, 0.5), (x) => {
        expect(relative(expOracle(exact(dd.log1p(x))) - UNIT, exact(x))).toBeLessThan(DIGITS_29);
      }),
      RUNS,
    );
  });
  test("sin and cos", () => {
    fc.assert(
      fc.property(either(1e-6, 30), (x) => {
        expect(Number(exact(dd.sin(x)) - taylor(exact(x), 1n, 2n)) / Number(UNIT)).toBeCloseTo(0, 29);
        expect(Number(exact(dd.cos(x)) - taylor(exact(x), 0n, 2n)) / Number(UNIT)).toBeCloseTo(0, 29);
      }),
      RUNS,
    );
  });
  test("tanh", () => {
    fc.assert(
      fc.property(either(1e-6, 45), (x) => {
        expect(relative(exact(dd.tanh(x)), tanhOracle(exact(x)))).toBeLessThan(DIGITS_29);
      }),
      RUNS,
    );
  });
  test("ln 10", () => {
    expect(relative(expOracle(exact(dd.LN10)), 10n * UNIT)).toBeLessThan(DIGITS_29);
  });
});

describe("ends of the range", () => {
  test("exp of −800 is 0, of 0 exactly 1", () => {
    expect(dd.exp(dd.of(-800))).toEqual({ hi: 0, lo: 0 });
    expect(dd.exp(dd.of(0))).toEqual({ hi: 1, lo: 0 });
  });
  test("the root of 0 is 0, the logarithm of −1 is NaN", () => {
    expect(dd.sqrt(dd.of(0))).toEqual({ hi: 0, lo: 0 });
    expect(dd.value(dd.log(dd.of(-1)))).toBeNaN();
  });
});
