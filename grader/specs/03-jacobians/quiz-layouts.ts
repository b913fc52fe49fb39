/** @file 3.6 Eight shapes. The key is worked out from the decks' rules. */
import { exercise, type Part } from "../../exercise.ts";
import type { Plain } from "../../plain.ts";

/** The rules, as the decks state them. */
const numerator = (outputs: number, inputs: number) => `${outputs}x${inputs}`;
const denominator = (outputs: number, inputs: number) => numerator(inputs, outputs);
const scalarByMatrix = {
  mit: (rows: number, columns: number) => `${columns}x${rows}`,
  ds542: (rows: number, columns: number) => `${rows}x${columns}`,
};

/** "3 × 2", "3X2" and "(3, 2)" say the same as "3x2". */
const plainly = (answer: unknown) =>
  typeof answer === "string"
    ? answer
        .toLowerCase()
        .replace(/\s|[()[\]]/g, "")
        .replace(/[×*,]|by/, "x")
    : answer;
const inAnySpelling = (part: Part<unknown>): Part<unknown> => ({
  ...part,
  judge: (at, answer, whole) => part.judge(at, plainly(answer) as Plain | undefined, whole),
  same: (mistaken, answer) => mistaken === plainly(answer),
});

export default exercise<typeof import("../../../exercises/03-jacobians/quiz-layouts.ts")>()({
  title: "3.6 Eight shapes",
  points: 1,
  source: "D14, M04, M05",
  exports: ["quizLayouts"],
  input: () => ({}),
  call: (s) => s.quizLayouts(),
  parts: ({ equals }) => {
    const shape = (key: string) => inAnySpelling(equals(() => key));
    return {
      a: shape(numerator(3, 2)),
      b: shape(denominator(3, 2)),
      c: shape(scalarByMatrix.mit(4, 3)),
      d: shape(scalarByMatrix.ds542(4, 3)),
      e: shape(numerator(2, 2 * 3)),
      f: shape(numerator(2, 4)),
      g: shape(numerator(10, 10)),
      h: shape(denominator(2, 3)),
    };
  },
  slips: [
    {
      id: "denominator-layout",
      say: "a: in numerator layout the numerator's entries, the outputs, count the rows",
      answers: () => ({ a: "2x3" }),
    },
    {
      id: "numerator-layout",
      say: "b: in denominator layout the denominator's entries, the inputs, count the rows",
      answers: () => ({ b: "3x2" }),
    },
    {
      id: "gradient-for-jacobian",
      say: "c: this deck does not keep the shape of W; look at what it does to a matrix in the denominator",
      answers: () => ({ c: "4x3" }),
    },
    {
      id: "jacobian-for-gradient",
      say: "c: one row of 12 would be the Jacobian by vec(W); the deck arranges these numbers as a matrix",
      answers: () => ({ c: "1x12" }),
    },
    {
      id: "numerator-layout",
      say: "d: this deck says in words what becomes of the shape of a matrix; look at the table again",
      answers: () => ({ d: "3x4" }),
    },
    {
      id: "jacobian-for-gradient",
      say: "d: one row of 12 would be the Jacobian by vec(W); the deck gives this derivative the form of a matrix",
      answers: () => ({ d: "1x12" }),
    },
    {
      id: "gradient-for-jacobian",
      say: "e: that is the shape of X. There are two outputs, and each has a slope by every one of the 6 numbers",
      answers: () => ({ e: "2x3" }),
    },
    {
      id: "transposed",
      say: "e: outputs count the rows, and there are two of them",
      answers: () => ({ e: "6x2" }),
    },
    {
      id: "wrong-shape",
      say: "f: a slide draws the second factor like the result, but (1, 2) times that shape cannot be multiplied",
      answers: () => ({ f: "1x4" }),
    },
    {
      id: "transposed",
      say: "f: u is the output here and x the input; in numerator layout, which of them counts the rows?",
      answers: () => ({ f: "4x2" }),
    },
    {
      id: "scalar-start",
      say: "g: a single 1 is right for a single output. Here every one of ten outputs has a slope by every one of ten",
      answers: () => ({ g: "1x1" }),
    },
    {
      id: "scalar-start",
      say: "g: with one row you say how one number moves; here are ten outputs, so there are ten rows",
      answers: () => ({ g: "1x10" }),
    },
    {
      id: "numerator-layout",
      say: "h: this is the shape of Ω itself; this deck puts the inputs, the entries of h, in the rows",
      answers: () => ({ h: "2x3" }),
    },
  ],
  hints: [
    "Say the deck's rule aloud before each answer: what counts the rows?",
    "Numerator layout: outputs first. Denominator layout: inputs first. A scalar by a matrix follows the deck's own rule.",
    "MIT turns the shape of a matrix, DS 542 keeps it; vec(X) has 2·3 entries; (1, 2) times which shape makes (1, 4)?",
  ],
});
