/**
 * @file Loops over entries. What training spends its time in has a loop of its own; all else shares one that calls a
 * function for each entry. In a shared loop every number is allocated on the heap on its way through the call, which
 * takes longer than the arithmetic.
 *
 * An operand that is shorter than the result is begun again when it ends: a row for every row, a number for everything.
 */

/** Fills `out` from x. */
export type Loop1 = (out: Float64Array, x: Float64Array) => void;
/** Fills `out` from x and y. */
export type Loop2 = (out: Float64Array, x: Float64Array, y: Float64Array) => void;

export const each1 =
  (f: (x: number) => number): Loop1 =>
  (out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = f(x[i]!);
  };
export const each2 =
  (f: (x: number, y: number) => number): Loop2 =>
  (out, x, y) => {
    for (let i = 0, p = 0, q = 0; i < out.length; i++) {
      out[i] = f(x[p]!, y[q]!);
      if (++p === x.length) p = 0;
      if (++q === y.length) q = 0;
    }
  };

export const add: Loop2 = (out, x, y) => {
  for (let i = 0, p = 0, q = 0; i < out.length; i++) {
    out[i] = x[p]! + y[q]!;
    if (++p === x.length) p = 0;
    if (++q === y.length) q = 0;
  }
};
export const sub: Loop2 = (out, x, y) => {
  for (let i = 0, p = 0, q = 0; i < out.length; i++) {
    out[i] = x[p]! - y[q]!;
    if (++p === x.length) p = 0;
    if (++q === y.length) q = 0;
  }
};
export const mul: Loop2 = (out, x, y) => {
  for (let i = 0, p = 0, q = 0; i < out.length; i++) {
    out[i] = x[p]! * y[q]!;
    if (++p === x.length) p = 0;
    if (++q === y.length) q = 0;
  }
};
export const exp: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.exp(x[i]!);
};
// Signs are as good as random, and a branch on one is mispredicted half the time, which takes five times as long.
/** max(x, 0), into zeros. What is not kept goes to place 0, which gets its own number last. */
export const relu: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i * Number(!(x[i]! <= 0))] = x[i]!;
  out[0] = Math.max(x[0]!, 0);
};
/** 1 where x > 0, else 0. */
export const positive: Loop1 = (out, x) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(x[i]! > 0);
};
