/** @file 2.6 Six slopes on paper. */
import { exercise } from "../../exercise.ts";

export default exercise<typeof import("../../../exercises/02-toy-networks/derivations.ts")>()({
  title: "2.6 Six slopes on paper",
  points: 1,
  source: "F06, C04, C25",
  exports: ["derivations"],
  input: () => ({}),
  call: (s) => s.derivations(),
  parts: ({ formula }) => ({
    dSigmoid: formula("s*(1-s)", { s: [0.1, 0.9] }),
    dTanh: formula("1-t^2", { t: [-0.9, 0.9] }),
    dBce_dyhat: formula("-y/p+(1-y)/(1-p)", { y: [0, 1], p: [0.1, 0.9] }),
    dBce_dz: formula("p-y", { y: [0, 1], p: [0.1, 0.9] }),
    dHuberInner: formula("r", { r: [-0.9, 0.9] }),
    dLog10: formula("1/(u*ln(10))", { u: [0.2, 5] }),
  }),
  slips: [
    {
      id: "log-base",
      say: "1/u is the slope of the natural logarithm; log10(u) is ln(u) divided by a constant",
      answers: () => ({ dLog10: "1/u" }),
    },
    {
      id: "log-base",
      say: "the constant ln(10) has changed sides: log10(u) is ln(u) divided by it",
      answers: () => ({ dLog10: "ln(10)/u" }),
    },
    {
      id: "sign-partial",
      say: "the second term of dBce_dyhat has the wrong sign: ln(1 - p) falls when p grows, and the minus in front turns it round",
      answers: () => ({ dBce_dyhat: "-y/p-(1-y)/(1-p)" }),
    },
    {
      id: "sign",
      say: "dBce_dz has the opposite sign: at y = 1 the loss falls when z grows, so its slope is negative",
      answers: () => ({ dBce_dz: "y-p" }),
    },
    {
      id: "missing-inner-deriv",
      say: "dBce_dz is still the slope by p; one more step leads from p to z, the slope of the sigmoid",
      answers: () => ({ dBce_dz: "-y/p+(1-y)/(1-p)" }),
    },
    {
      id: "factor-2",
      say: "dHuberInner is the slope of r²; the inner part of the Huber loss is r²/2",
      answers: () => ({ dHuberInner: "2*r" }),
    },
    {
      id: "wrong-act-deriv",
      say: "dTanh has the form of the sigmoid's slope; start again from t = tanh z in the table of section 1",
      answers: () => ({ dTanh: "t*(1-t)" }),
    },
  ],
  hints: [
    "Quotient rule or chain rule in z first. Then look for the value itself, s or t, in what you got.",
    "In L both terms carry the minus in front. The inner function 1 - p of the second one brings a minus of its own.",
    "dBce_dz is dBce_dyhat times p*(1-p): multiply out, and y*p cancels. log10(u) = ln(u)/ln(10).",
  ],
});
