/** @file Whether a gradient that somebody derived is the gradient, by differences of the function alone. */
import { Tensor } from "../tensor/tensor.ts";
import type { Tree } from "../transforms/tree.ts";
import type { Fn1 } from "../types.ts";
import { entriesOf, formDiffers, formed } from "./form.ts";
import type { Kink } from "./kink.ts";
import type { NumericalDerivative } from "./ladder.ts";
import { partials } from "./numerical-gradient.ts";
import { holdsTensors, listsOf, tensorsLike } from "./tensors.ts";

/**
 * `exact`: within the error bar of the slopes, which is at most 1e-6 of the gradient's size.
 * `near`: outside of it, but the same to about 1e-5. Typical of float32, of a small constant in a denominator, of differences.
 * `wrong`: anything else; NaN too.
 */
export type GradcheckOutcome = "exact" | "near" | "wrong";

/** One number of the gradient, yours beside the numerical one. */
export interface GradcheckEntry extends NumericalDerivative {
  /** "x[2]", "W[1][0]" */
  readonly at: string;
  readonly yours: number;
  readonly outcome: GradcheckOutcome;
}
export interface Gradcheck {
  /** The worst of the entries'. */
  readonly outcome: GradcheckOutcome;
  /** What happened and where, in a sentence or two. */
  readonly message: string;
  /** Empty if the gradient has another form than x. */
  readonly entries: readonly GradcheckEntry[];
}

/**
 * Compares grad(x) with the slopes of f around x, entry by entry. At a kink every slope between the left and the right
 * one is accepted.
 *
 * @param f what can be called: a function of plain numbers, or one written with gradbook's tensors
 * @param grad what is to be checked: its result has the form of x, shape by shape; another form is `wrong`, not an error
 * @param x a number, or numbers or tensors in arrays and objects, nested; f and grad get copies of their own
 * @throws {TypeError} if something in x, or what f returns, is not a number
 * @throws {RangeError} if f is not finite around x, or so rough there that its slope cannot be told to 1e-6 (1e-5 for
 * `near`): then take another point; a gradient that lies far outside of what f shows is wrong nevertheless
 * @see numericalDerivative for the slopes and their bars
 */
export function gradcheck(f: Fn1, grad: Fn1, x: number): Gradcheck;
export function gradcheck<X extends Tree>(f: (x: X) => Tensor, grad: (x: X) => X, x: X): Gradcheck;
export function gradcheck<X extends object>(f: (x: X) => number, grad: (x: X) => X, x: X): Gradcheck;
export function gradcheck<X>(f: (x: X) => number | Tensor, grad: (x: X) => X, x: X): Gradcheck {
  const numberOf = (y: number | Tensor) => (y instanceof Tensor ? y.item() : y);
  if (!holdsTensors(x)) return compare((at) => numberOf(f(at)), grad, x);
  const tensors = (lists: unknown) => tensorsLike(x, lists) as X;
  return compare<unknown>(
    (lists) => numberOf(f(tensors(lists))),
    (lists) => listsOf(grad(tensors(lists))),
    listsOf(x),
  );
}

function compare<X>(f: (x: X) => number, grad: (x: X) => X, x: X): Gradcheck {
  const places = entriesOf(x);
  const numbers = places.map(({ value }) => value);
  const gradient = grad(formed(x, numbers));
  const otherForm = formDiffers(x, gradient);
  if (otherForm) return { outcome: "wrong", message: `${otherForm}.`, entries: [] };

  const slopes = partials(f, x);
  const size = sizeOf(slopes) || Math.abs(f(formed(x, numbers)));
  const given = new Map(entriesOf(gradient).map(({ at, value }) => [at, value]));
  const entries = slopes.map((slope, i) => {
    const { at } = places[i]!;
    const yours = given.get(at)!;
    const outcome = judge(yours, slope, size);
    if (outcome === "untold") throw new RangeError(tooRough(at, slope));
    return { at, yours, ...slope, outcome };
  });
  const outcome =
    (["wrong", "near"] as const).find((bad) => entries.some((e) => e.outcome === bad)) ?? "exact";
  return {
    outcome,
    message: outcome === "exact" ? agreement(entries) : complaint(entries, outcome),
    entries,
  };
}

/** The size of the gradient: of its largest entry that can be told from 0. */
const sizeOf = (slopes: readonly NumericalDerivative[]): number =>
  Math.max(
    0,
    ...slopes.map(({ value, error, kink }) => (kink || Math.abs(value) > error ? Math.abs(value) : 0)),
  );

const EXACT = 1e-6;
const NEAR = 1e-5;

/**
 * Comparisons with a NaN of yours are false, so that it is wrong. Nothing can be told of a number inside a bar that is
 * wider than what has to be told apart.
 */
function judge(
  yours: number,
  { value, error, kink }: NumericalDerivative,
  size: number,
): GradcheckOutcome | "untold" {
  if (Number.isNaN(value)) return "untold";
  const off = Math.abs(yours - value);
  if (kink) return off <= error ? "exact" : "wrong";
  if (off <= 2 * error + 1e-10 * Math.abs(value)) return error <= EXACT * size ? "exact" : "untold";
  if (!(off <= 2 * error + NEAR * Math.abs(value) + 1e-7 * size)) return "wrong";
  return error <= NEAR * size ? "near" : "untold";
}

function agreement(entries: readonly GradcheckEntry[]): string {
  const kinks = entries.flatMap(({ at, kink }) =>
    kink ? `At ${at} f has a kink: ${slopesOf(kink)} count.` : [],
  );
  return [entries.length === 1 ? "The slope agrees." : `All ${entries.length} slopes agree.`, ...kinks].join(
    " ",
  );
}

/** The first entry with the worst outcome, and where else to look. */
function complaint(entries: readonly GradcheckEntry[], outcome: "near" | "wrong"): string {
  const bad = entries.filter((entry) => entry.outcome === outcome);
  const { at, yours, value, error, kink } = bad[0]!;
  const slope = kink
    ? `f has a kink there, with ${slopesOf(kink)}`
    : `the slope of f is ${bar(value, error)}`;
  const sentences = [`${at}: yours is ${short(yours)}; ${slope}.`];
  if (outcome === "near")
    sentences.push(
      `They differ by ${Math.abs(yours - value).toPrecision(1)}: near, but not the same.`,
      "Look for float32, a small constant inside a log or a root, or differences in place of a derivative.",
    );
  if (bad.length > 1) {
    const farthest = bad.reduce((a, b) =>
      Math.abs(b.yours - b.value) > Math.abs(a.yours - a.value) ? b : a,
    );
    sentences.push(
      `${bad.length} of ${entries.length} entries are ${outcome}; ${farthest.at} is farthest off.`,
    );
  }
  return sentences.join(" ");
}

const tooRough = (at: string, { value, error }: NumericalDerivative): string =>
  Number.isNaN(value)
    ? `gradcheck: f is not finite around ${at}. Choose another point.`
    : `gradcheck: f is too rough around ${at} to tell its slope from differences: ${bar(value, error)}. Choose another point.`;

const short = (x: number): string => `${+x.toPrecision(7)}`;
const bar = (value: number, error: number): string => `${short(value)} ± ${+error.toPrecision(1)}`;
const slopesOf = ({ left, right }: Kink): string => `slopes from ${short(left)} to ${short(right)}`;
