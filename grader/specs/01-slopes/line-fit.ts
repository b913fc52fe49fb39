/** @file 1.3 The gradient of a line fit. */
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly phi: [number, number]; readonly xs: number[]; readonly ys: number[] };

/** Each point's term has two slopes; a mistake in them is in their sum as well. */
function slopes({ phi, xs, ys }: Data, term: (r: number, x: number) => [number, number]) {
  const perExample = xs.map((x, i) => term(phi[0] + phi[1] * x - ys[i]!, x));
  return { perExample, grad: [0, 1].map((k) => perExample.reduce((sum, slope) => sum + slope[k]!, 0)) };
}
const sumOf = (right: Truth) => right.gradient("phi") as number[];

export default exercise<typeof import("../../../exercises/01-slopes/line-fit.ts")>()({
  title: "1.3 The gradient of a line fit",
  points: 1,
  source: "D02, D03",
  exports: ["lineFitGrad"],
  input: (d): Data => {
    const n = d.pick([3, 4, 5]); // not 2, which would hide a confusion of points and parameters
    return { phi: [d.real(), d.real()], xs: d.vec(n, -2, 2), ys: d.vec(n) };
  },
  cases: (): Record<string, Data> => ({
    "a single point": { phi: [0.5, -2], xs: [3], ys: [1] },
    "a line through every point": { phi: [1, 2], xs: [-1, 0, 2], ys: [-1, 1, 5] },
  }),
  worked: [
    ["ds542-linear-regression"],
    (given, expected) => ({
      input: { phi: given.vec("phi") as [number, number], xs: given.vec("x"), ys: given.vec("y") },
      answer: {
        loss: expected.num("L"),
        perExample: expected.mat("perExampleGrad"),
        grad: expected.vec("gradSum"),
      },
    }),
  ],
  model: ({ phi: numbers, xs, ys }, { of }) => {
    const phi = of(numbers);
    const lines = of(xs.map((x) => [1, x])).matmul(phi); // phi0·1 + phi1·x for each point
    const terms = lines.sub(of(ys)).square();
    return { phi, terms, loss: terms.sum() };
  },
  call: (s, { phi, xs, ys }) => s.lineFitGrad(phi, xs, ys),
  parts: ({ value, gradient, jacobian }) => ({
    loss: value("loss"),
    perExample: jacobian("terms", "phi", { share: 2 }),
    grad: gradient("phi"),
  }),
  slips: [
    {
      id: "missing-factor",
      say: "the slope by phi1 has no factor x: a change of phi1 moves the line by x times as much at this point",
      answers: (data) => slopes(data, (r) => [2 * r, 2 * r]),
    },
    {
      id: "sign",
      say: "every slope has the opposite sign: the residual is the line minus y, and grows when the line rises",
      answers: (data) => slopes(data, (r, x) => [-2 * r, -2 * r * x]),
    },
    {
      id: "factor-2",
      say: "every slope is half of what it should be: this loss has no 1/2 in front, so the square brings down a 2",
      answers: (data) => slopes(data, (r, x) => [r, r * x]),
    },
    {
      id: "wrong-index",
      say: "the two slopes have changed places: phi0 comes first, and the factor x belongs to phi1",
      answers: (data) => slopes(data, (r, x) => [2 * r * x, 2 * r]),
    },
    {
      id: "missing-loss-deriv",
      say: "these are the slopes of the residual r; the term is its square, one step of the chain further",
      answers: (data) => slopes(data, (_r, x) => [1, x]),
    },
    {
      id: "sum-vs-mean",
      say: "grad is the mean over the points; this loss is a sum, so the slopes of the terms only add up",
      answers: ({ xs }, right) => ({ grad: sumOf(right).map((g) => g / xs.length) }),
    },
    {
      id: "only-part-of-batch",
      say: "grad holds the slopes of the last point alone: each point adds its own, with +=",
      answers: (_data, right) => ({ grad: (right.jacobian("terms", "phi") as number[][]).at(-1) }),
    },
    {
      id: "sum-vs-mean",
      say: "loss is the mean over the points; the loss of this exercise is their sum",
      answers: ({ xs }, right) => ({ loss: (right.value("loss") as number) / xs.length }),
    },
    {
      id: "wrong-loss",
      say: "loss adds the residuals themselves; it should add their squares",
      answers: ({ phi, xs, ys }) => ({
        loss: xs.reduce((sum, x, i) => sum + phi[0] + phi[1] * x - ys[i]!, 0),
      }),
    },
  ],
  hints: [
    "Name the residual r = phi0 + phi1·x - y. How does r change when phi0 grows a little, and how when phi1 does?",
    "The term is r². Its slope by r is 2r; the chain rule multiplies that by the slope of r.",
    "Per point [2r, 2r·x]; the loss adds the r², and grad adds the pairs, entry by entry.",
  ],
});
