/** @file 6.5 Bug hunt: the key is worked out from the lectures' own numbers, so that it cannot rot. */
import { exercise, type Options } from "../../exercise.ts";
import { worked } from "../../worked.ts";

const [bce, hinge, ln, log10] = [
  "inf721-bce-bracket",
  "cs434-hinge",
  "cs434-graph-ln",
  "cs434-graph-log10",
].map(worked);
const key = {
  bcePrinted: bce!.expected.num("asPrinted_y0"),
  bceCorrect: bce!.expected.num("correct_y0"),
  hingePrintedSum: hinge!.expected.num("slideSumOneHot01"),
  hingeReduced: hinge!.expected.num("slideSimplified"),
  dy1NaturalLog: ln!.expected.vec("grad")[0]!,
  dy1Log10: log10!.expected.vec("grad")[0]!,
};
const x1 = ln!.given.num("x1");
const [u, m] = [x1 + Math.sin(x1), Math.max(ln!.given.num("x2"), ln!.given.num("x3"))];
/** Typed in by hand: six digits are enough, and rounding to six may take 5e-6. */
const typed: Options = { rel: 5e-6, abs: 1e-9 };
const is = (answers: Partial<typeof key>) => () => answers;

export default exercise<typeof import("../../../exercises/06-losses/quiz-bug-hunt.ts")>()({
  title: "6.5 Bug hunt",
  points: 1,
  source: "C10, C25, F06",
  exports: ["quizBugHunt"],
  input: () => ({}),
  call: (s) => s.quizBugHunt(),
  parts: ({ equals }) => ({
    bcePrinted: equals(() => key.bcePrinted, typed),
    bceCorrect: equals(() => key.bceCorrect, typed),
    hingePrintedSum: equals(() => key.hingePrintedSum, typed),
    hingeReduced: equals(() => key.hingeReduced, typed),
    dy1NaturalLog: equals(() => key.dy1NaturalLog, typed),
    dy1Log10: equals(() => key.dy1Log10, typed),
  }),
  slips: [
    {
      id: "silently-corrected",
      say: "bcePrinted: that is the value of the corrected formula; evaluate A as it is printed, and mind how far its minus reaches",
      answers: is({ bcePrinted: key.bceCorrect }),
    },
    {
      id: "bce-bracket",
      say: "bceCorrect: no cross-entropy is negative; in B the minus stands before the whole bracket",
      answers: is({ bceCorrect: key.bcePrinted }),
    },
    {
      id: "silently-corrected",
      say: "hingePrintedSum: these are the labels +1 and -1; formula C is printed with a one-hot b of ones and zeros",
      answers: is({ hingePrintedSum: hinge!.expected.num("oneVsRestPlusMinus1") }),
    },
    {
      id: "hinge-reduced",
      say: "hingePrintedSum: this counts the right class only; what does a class with b = 0 contribute to the printed sum?",
      answers: is({ hingePrintedSum: key.hingeReduced }),
    },
    {
      id: "one-class-too-many",
      say: "hingePrintedSum: there are three classes here; the printed sum runs over one index more than there are classes",
      answers: is({ hingePrintedSum: key.hingePrintedSum + 1 }),
    },
    {
      id: "no-cutoff",
      say: "hingeReduced: the formula takes the larger of 0 and the difference",
      answers: is({ hingeReduced: 1 - hinge!.given.vec("scores")[0]! }),
    },
    {
      id: "hinge-labels",
      say: "hingeReduced: formula D looks at the right class only; it has no terms for the others",
      answers: is({ hingeReduced: key.hingePrintedSum }),
    },
    {
      id: "log-base",
      say: "the two readings of log are exchanged: ln has the slope 1 over its argument, log10 the smaller slope, divided by ln 10 once more",
      answers: is({ dy1NaturalLog: key.dy1Log10, dy1Log10: key.dy1NaturalLog }),
    },
    {
      id: "log-base",
      say: "dy1Log10: the factor ln 10 is missing; a logarithm to base 10 is ln divided by ln 10",
      answers: is({ dy1Log10: key.dy1NaturalLog }),
    },
    {
      id: "rounded-too-early",
      say: "dy1NaturalLog: 4.04 is a rounded x1 + sin x1, and rounding early costs digits; keep the full number",
      answers: is({ dy1NaturalLog: (2 * m * (1 + Math.cos(x1))) / 4.04 }),
    },
    {
      id: "one-route",
      say: "dy1NaturalLog: x1 reaches x1 + sin x1 along two routes, directly and through the sine; this is one of them",
      answers: is({ dy1NaturalLog: (2 * m) / u }),
    },
    {
      id: "one-route",
      say: "dy1Log10: x1 reaches x1 + sin x1 along two routes, directly and through the sine; this is one of them",
      answers: is({ dy1Log10: log10!.expected.num("grads.x1_direct_path") }),
    },
  ],
  hints: [
    "Put the numbers into exactly what is printed, in an expression of your own. Do not repair anything on the way.",
    "A: at y = 0 only the second term is left. C: every class contributes, also those whose b is 0. E: differentiate log, then x₁ + sin x₁.",
    "C: max(0, 1 - 0·s) is 1 for each class with b = 0. E: 2·max(x₂, x₃)·(1 + cos 5)/(5 + sin 5), and for log10 divided by ln 10.",
  ],
});
