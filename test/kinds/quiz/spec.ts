/** @file Kind: a quiz (as 1.5, 3.6). The key is constant, so no sentence and no table may show it. */
import { exercise } from "../../../grader/exercise.ts";

export default exercise<typeof import("./right.ts")>()({
  title: "0.4 Which curve?",
  points: 1,
  source: "M14",
  exports: ["quiz"],
  input: () => ({}),
  call: (s) => s.quiz(),
  parts: ({ equals }) => ({
    abs: equals(() => "kink"),
    huber: equals(() => "smooth"),
    slope: equals(() => 0.8125),
  }),
  hints: ["Compare slopes.", "Zoom in.", "A join in the slope is no kink."],
});
