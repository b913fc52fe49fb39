/** @file 6.1 Three losses for regression, each with its gradient. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { leftOut } from "../../left-out.ts";
import { type Data, slips, sumOf } from "./regression-loss.slips.ts";

export default exercise<typeof import("../../../exercises/06-losses/regression-loss.ts")>()({
  title: "6.1 Three losses for regression",
  points: 2,
  source: "C09",
  exports: ["regressionLoss"],
  // Residuals of both signs on either side of delta.
  input: (d: Draw): Data => {
    const b = d.vec(5, -2, 2);
    const r = [d.real(-3, -1.4), d.real(0.1, 0.35), d.real(1.4, 3), d.real(-0.35, -0.1), d.real(-2, 2)];
    return { a: b.map((bi, i) => bi + r[i]!), b, delta: d.real(0.4, 1.3) };
  },
  cases: () => ({
    "residuals of exactly 0 and delta": { a: [1.5, 2, -0.5, 3], b: [1, 2, 0, 1], delta: 0.5 },
  }),
  worked: [
    ["cs434-regression-losses", "cs434-huber-delta-0.5"],
    (given, expected) => {
      const a = given.vec("residual_a_minus_b");
      const value = (key: string) => (expected.has(key) ? sumOf(expected.vec(key)) : undefined);
      const grad = (key: string) => (expected.has(key) ? expected.vec(key) : undefined);
      return {
        input: { a, b: a.map(() => 0), delta: given.num("delta") },
        answer: {
          "squared.value": value("squared"),
          "squared.grad": grad("dSquared_da"),
          "absolute.value": value("absolute"),
          "absolute.grad": grad("dAbsolute_da"),
          "huber.value": value("huber"),
          "huber.grad": grad("dHuber_da"),
        },
      };
    },
  ],
  model: (data, { of }) => {
    const a = of(data.a);
    const r = a.sub(of(data.b));
    const inside = r.abs().min(data.delta); // the part of |r| that the parabola sees
    const lines = r.abs().sub(inside).mul(data.delta);
    return {
      a,
      squared: r.square().sum(),
      absolute: r.abs().sum(),
      huber: inside.square().mul(0.5).add(lines).sum(),
    };
  },
  call: (s, { a, b, delta }) => {
    const squared = s.regressionLoss("squared", a, b, delta);
    const absolute = s.regressionLoss("absolute", a, b, delta);
    const huber = s.regressionLoss("huber", a, b, delta);
    return {
      "squared.value": squared?.value,
      "squared.grad": squared?.grad,
      "absolute.value": absolute?.value,
      "absolute.grad": absolute?.grad,
      "huber.value": huber?.value,
      "huber.grad": huber?.grad,
      "absolute.grad at r = 0": s.regressionLoss("absolute", [2], [2], delta)?.grad,
      "without delta": [s.regressionLoss("huber", a, b), s.regressionLoss("huber", a, b, 1)].map((loss) => [
        loss?.value,
        loss?.grad,
      ]),
    };
  },
  parts: ({ value, gradient, equals, holds }) => ({
    "squared.value": value("squared"),
    "squared.grad": gradient("a", "squared"),
    "absolute.value": value("absolute"),
    "absolute.grad": gradient("a", "absolute"),
    "huber.value": value("huber"),
    "huber.grad": gradient("a", "huber"),
    "absolute.grad at r = 0": equals(() => [0]),
    "delta without a value": leftOut(holds, "delta", "1"),
  }),
  slips,
  hints: [
    "All three losses look at a and b through one number only. Which one, and how fast does it move with a?",
    "Per entry: squared has slope 2r, absolute the sign of r, and huber's slope is r until it reaches ±delta, where it stays.",
    "huber: slope Math.max(-delta, Math.min(delta, r)), value delta·|r| - delta²/2 outside. Then add the values over all entries.",
  ],
});
