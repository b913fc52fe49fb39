/** @file Kind: pen and paper (as 2.6). */
import { exercise } from "../../../grader/exercise.ts";

export default exercise<typeof import("./right.ts")>()({
  title: "0.5 On paper",
  points: 1,
  source: "F06",
  exports: ["derivations"],
  input: () => ({}),
  call: (s) => s.derivations(),
  parts: ({ formula }) => ({
    dSigmoid: formula("s*(1-s)", { s: [0.1, 0.9] }),
    dLog10: formula("1/(u*ln(10))", { u: [0.2, 5] }),
  }),
  slips: [
    {
      id: "log-base",
      say: "1/u is the slope of the natural logarithm; log10 has another factor",
      answers: () => ({ dLog10: "1/u" }),
    },
  ],
  hints: ["Chain rule.", "Write log10 by ln.", "Divide by ln 10."],
});
