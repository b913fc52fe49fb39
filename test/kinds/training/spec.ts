/** @file Kind: training, judged on fresh points whose labels never leave the grader (as 8.5). */
import type { Draw } from "../../../grader/draw.ts";
import { exercise } from "../../../grader/exercise.ts";
import { list, number, record } from "../../../grader/judge/shape.ts";

const points = (d: Draw, n: number) =>
  d.mat(n, 2).filter(([a = 0, b = 0]) => Math.abs(a + 2 * b - 0.2) > 0.1);
const labels = (X: number[][]) => X.map(([a = 0, b = 0]) => (a + 2 * b > 0.2 ? 1 : 0));

export default exercise<typeof import("./right.ts")>()({
  title: "0.6 A line between two classes",
  points: 2,
  source: "P16",
  exports: ["train"],
  input: (d) => {
    const [X, fresh] = [points(d, 150), points(d, 100)];
    return { X, y: labels(X), seed: d.int(1, 1e6), fresh, kept: labels(fresh) };
  },
  call: (s, { X, y, seed, fresh }, kit) => {
    const { predict, losses } = s.train(X, y, kit.rng(seed));
    const predicted: number[] = [];
    for (let i = 0; i < fresh.length; i++) predicted[i] = predict(fresh[i]!);
    return { predicted, losses };
  },
  parts: ({ holds }) => ({
    "at least 90 % right on new points": holds(
      record({ predicted: list(number) }),
      ({ predicted }, { kept }) => {
        const hits = kept.filter((label, i) => predicted[i]! > 0.5 === (label === 1)).length / kept.length;
        return hits >= 0.9 || `${Math.round(100 * hits)} % of the new points are right`;
      },
    ),
    "the loss falls": holds(
      record({ losses: list(number) }),
      ({ losses }) =>
        losses.at(-1)! < 0.5 * losses[0]! ||
        `the loss goes from ${losses[0]?.toFixed(3)} to ${losses.at(-1)?.toFixed(3)}`,
    ),
  }),
  hints: ["What does one step change?", "Average over the points.", "w − lr·dw"],
});
