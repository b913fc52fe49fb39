/** @file Slips in Huber's error c·clamp(r, −δ, δ): in the condition, in one of its branches, or in two of the three. */
import type { WrongError } from "./errors.ts";

interface Clipped extends WrongError {
  readonly error: (r: number, delta: number) => number;
}
interface Piece<T> extends WrongError {
  readonly of: (r: number, delta: number) => T;
}

const conditions: readonly Piece<boolean>[] = [
  { id: "", say: "", of: (r, d) => Math.abs(r) <= d },
  {
    id: "missing-clip",
    say: "large residuals count in full: beyond the threshold the slope stays what it is there",
    of: () => true,
  },
  { id: "missing-act-deriv", say: "only the linear branch is there", of: () => false },
  { id: "wrong-threshold", say: "the branches are exchanged", of: (r, d) => Math.abs(r) > d },
  {
    id: "wrong-threshold",
    say: "the branches change at 1; they change at the threshold given",
    of: (r) => Math.abs(r) <= 1,
  },
  {
    id: "wrong-on-negative",
    say: "the condition has lost the size of the residual: large negative ones count as small",
    of: (r, d) => r <= d,
  },
  {
    id: "wrong-on-negative",
    say: "the condition has lost the size of the residual: large positive ones count as small",
    of: (r, d) => r >= -d,
  },
  {
    id: "wrong-threshold",
    say: "the condition compares the squared residual with the threshold",
    of: (r, d) => r * r <= d,
  },
  {
    id: "wrong-threshold",
    say: "the branches change at the square of the threshold",
    of: (r, d) => Math.abs(r) <= d * d,
  },
  {
    id: "wrong-threshold",
    say: "the branches change at half the threshold",
    of: (r, d) => Math.abs(r) <= d / 2,
  },
  {
    id: "wrong-threshold",
    say: "the branches change at twice the threshold",
    of: (r, d) => Math.abs(r) <= 2 * d,
  },
  { id: "wrong-threshold", say: "the branches change where the residual changes its sign", of: (r) => r > 0 },
  { id: "wrong-threshold", say: "the branches change where the residual changes its sign", of: (r) => r < 0 },
];
const quadratic: readonly Piece<number>[] = [
  { id: "", say: "", of: (r) => r },
  { id: "factor-2-partial", say: "the quadratic branch is twice too large", of: (r) => 2 * r },
  { id: "factor-2-partial", say: "the quadratic branch is half of what it should be", of: (r) => r / 2 },
  { id: "sign-partial", say: "the quadratic branch has the wrong sign", of: (r) => -r },
  {
    id: "wrong-on-negative",
    say: "the quadratic branch has lost the sign of the residual",
    of: (r) => Math.abs(r),
  },
  {
    id: "wrong-loss",
    say: "the quadratic branch holds the loss itself, not its slope",
    of: (r) => (r * r) / 2,
  },
  { id: "wrong-loss", say: "the quadratic branch holds the squared residual, not a slope", of: (r) => r * r },
  {
    id: "missing-factor",
    say: "the quadratic branch holds the sign of the residual only",
    of: (r) => Math.sign(r),
  },
  { id: "extra-factor", say: "the quadratic branch has the threshold as a factor", of: (r, d) => d * r },
  { id: "extra-factor", say: "the quadratic branch is divided by the threshold", of: (r, d) => r / d },
  {
    id: "missing-path",
    say: "small residuals contribute nothing; the quadratic branch has a slope",
    of: () => 0,
  },
];
const linear: readonly Piece<number>[] = [
  { id: "", say: "", of: (r, d) => d * Math.sign(r) },
  { id: "missing-factor", say: "the linear branch has lost its constant factor", of: (r) => Math.sign(r) },
  { id: "wrong-on-negative", say: "the linear branch has lost the sign of the residual", of: (_r, d) => d },
  {
    id: "missing-path",
    say: "large residuals contribute nothing; the linear branch has a slope",
    of: () => 0,
  },
  {
    id: "wrong-on-negative",
    say: "large negative residuals contribute nothing; the linear branch has a slope there too",
    of: (r, d) => (r > 0 ? d : 0),
  },
  {
    id: "wrong-on-negative",
    say: "large positive residuals contribute nothing; the linear branch has a slope there too",
    of: (r, d) => (r < 0 ? -d : 0),
  },
  { id: "sign-partial", say: "the linear branch has the wrong sign", of: (r, d) => -d * Math.sign(r) },
  { id: "extra-factor", say: "the linear branch still grows with the residual", of: (r, d) => d * r },
  {
    id: "extra-factor",
    say: "the linear branch still grows with the residual",
    of: (r, d) => d * Math.abs(r),
  },
  {
    id: "extra-factor",
    say: "the linear branch has its constant factor twice",
    of: (r, d) => d * d * Math.sign(r),
  },
  {
    id: "factor-2-partial",
    say: "the linear branch is half of what it should be",
    of: (r, d) => (d * Math.sign(r)) / 2,
  },
  { id: "factor-2-partial", say: "the linear branch is twice too large", of: (r, d) => 2 * d * Math.sign(r) },
  {
    id: "wrong-loss",
    say: "the linear branch holds the loss itself, not its slope",
    of: (r, d) => d * (Math.abs(r) - d / 2),
  },
  {
    id: "wrong-loss",
    say: "a part of the loss itself stands in the linear branch",
    of: (r, d) => d * Math.sign(r) - (d * d) / 2,
  },
  {
    id: "wrong-loss",
    say: "a part of the loss itself stands in the linear branch",
    of: (r, d) => d * (Math.sign(r) - d / 2),
  },
  { id: "missing-factor", say: "1 stands in the linear branch, for either sign", of: () => 1 },
];

const slipsIn = (pieces: readonly WrongError[]) => pieces.filter(({ say }) => say);
/** With three branches in a row the second condition decides about all residuals that the first lets through. */
const chained: readonly Clipped[] = [
  {
    id: "wrong-threshold",
    say: "the condition for large negative residuals has lost a minus: small ones count among them",
    error: (r, d) => (r > d ? d : -d),
  },
  {
    id: "wrong-threshold",
    say: "the condition for large positive residuals has a minus: small ones count among them",
    error: (r, d) => (r < -d ? -d : d),
  },
];
/** One wrong piece comes before two. */
const pieced: readonly Clipped[] = conditions
  .flatMap((condition) =>
    quadratic.flatMap((small) => linear.map((large) => [condition, small, large] as const)),
  )
  .map((pieces) => ({ pieces, wrong: slipsIn(pieces) }))
  .filter(({ wrong }) => wrong.length === 1 || wrong.length === 2)
  .sort((a, b) => a.wrong.length - b.wrong.length)
  .map(({ pieces: [condition, small, large], wrong }) => ({
    id: wrong[0]!.id,
    say: wrong.map(({ say }) => say).join("; "),
    error: (r, d) => (condition.of(r, d) ? small : large).of(r, d),
  }));
export const clipped: readonly Clipped[] = [...pieced, ...chained];
