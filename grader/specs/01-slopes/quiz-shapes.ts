/** @file 1.5 Eight shapes. The key is worked out from the functions that the lesson draws, so that it cannot rot. */
import { exercise } from "../../exercise.ts";

type Label = "smooth" | "kink" | "jump" | "flat" | "multimodal" | "ravine";
type Curve = readonly [f: (x: number) => number, from: number, to: number];

/** As the lesson defines and draws them. */
export const curves = {
  square: [(x) => x * x, -2, 2],
  abs: [Math.abs, -2, 2],
  relu: [(x) => Math.max(x, 0), -2, 2],
  sign: [Math.sign, -2, 2],
  huber: [(x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 1 / 2), -2, 2],
  farSigmoid: [(x) => 1 / (1 + Math.exp(-x)), 8, 12],
  sinePlusSquare: [(x) => Math.sin(3 * x) + (x * x) / 4, -4, 4],
} satisfies Record<string, Curve>;
export const thinQuadratic = (x: number, y: number): number => x * x + 50 * y * y;

/** By looking: values beside each place, slopes on either side of it, and slopes along the window. */
function labelOf([f, from, to]: Curve): Label {
  const e = 1e-5;
  // Every hundredth of the window, which includes 0 and the places where the huber formulas meet.
  const places = Array.from({ length: 101 }, (_, i) => from + ((to - from) * i) / 100);
  const [left, right] = [(x: number) => (f(x) - f(x - e)) / e, (x: number) => (f(x + e) - f(x)) / e];
  if (places.some((x) => Math.abs(f(x + e) - f(x - e)) > 0.1)) return "jump";
  if (places.some((x) => Math.abs(right(x) - left(x)) > 0.1)) return "kink";
  const slopes = places.map(right);
  if (slopes.every((s) => Math.abs(s) < 1e-3)) return "flat";
  const valleys = slopes.filter((s, i) => s > 0 && (slopes[i - 1] ?? 1) <= 0).length;
  return valleys > 1 ? "multimodal" : "smooth";
}
/** How much faster the slope changes along one axis than along the other. */
function labelOfPlane(f: (x: number, y: number) => number): Label {
  const [alongX, alongY] = [f(1, 0) - 2 * f(0, 0) + f(-1, 0), f(0, 1) - 2 * f(0, 0) + f(0, -1)];
  return Math.max(alongX / alongY, alongY / alongX) > 10 ? "ravine" : "smooth";
}

export default exercise<typeof import("../../../exercises/01-slopes/quiz-shapes.ts")>()({
  title: "1.5 Eight shapes",
  points: 1,
  source: "M13, M14",
  exports: ["quizShapes"],
  input: () => ({}),
  call: (s) => s.quizShapes(),
  parts: ({ equals }) => ({
    square: equals(() => labelOf(curves.square)),
    abs: equals(() => labelOf(curves.abs)),
    relu: equals(() => labelOf(curves.relu)),
    sign: equals(() => labelOf(curves.sign)),
    huber: equals(() => labelOf(curves.huber)),
    farSigmoid: equals(() => labelOf(curves.farSigmoid)),
    sinePlusSquare: equals(() => labelOf(curves.sinePlusSquare)),
    thinQuadratic: equals(() => labelOfPlane(thinQuadratic)),
  }),
  slips: [
    {
      id: "join-as-kink",
      say: "huber: two formulas meet there, but compare the slopes at which they meet before you call it a kink",
      answers: () => ({ huber: "kink" }),
    },
    {
      id: "plateau-as-smooth",
      say: "farSigmoid: nothing breaks there, but how much does it gain from one end to the other, and what step does that make?",
      answers: () => ({ farSigmoid: "smooth" }),
    },
    {
      id: "jump-as-kink",
      say: "sign: before you compare slopes, compare the values just left and just right of 0",
      answers: () => ({ sign: "kink" }),
    },
    {
      id: "kink-as-smooth",
      say: "relu: put a ruler on the curve just left and just right of 0 and compare the two slopes",
      answers: () => ({ relu: "smooth" }),
    },
    {
      id: "valleys-as-smooth",
      say: "sinePlusSquare: follow the curve from one end to the other and count the places where it turns upwards",
      answers: () => ({ sinePlusSquare: "smooth" }),
    },
    {
      id: "ravine-as-smooth",
      say: "thinQuadratic: compare how fast the value grows along the one axis and along the other",
      answers: () => ({ thinQuadratic: "smooth" }),
    },
  ],
  hints: [
    "At every suspicious place ask two things: is the value the same on both sides, and is the slope?",
    "Zoom in with a small window around the place. A kink stays a corner for ever; a smooth curve becomes a straight line.",
    "Where a parabola and a line meet with the same slope there is no kink. Then count valleys, and compare the two directions.",
  ],
});
