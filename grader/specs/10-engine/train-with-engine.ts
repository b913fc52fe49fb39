/** @file 10.5 Training with your own engine: judged on fresh points whose labels never leave the grader. */
import { moons, mulberry32 } from "gradbook";
import { isMean, meanCrossEntropy } from "../../epoch-losses.ts";
import { exercise } from "../../exercise.ts";
import { list, number, orNothing, record } from "../../judge/shape.ts";

const NOISE = 0.1;
const ENOUGH = 0.95;
/** By how many times the mean of an epoch and the mean behind it can differ; a sum is larger by the number of points. */
const FAR = 30;

/** The last epoch ends where the training ends: its mean cannot be far from the mean there. */
const isMeanAt = (end: number, last: number) =>
  isMean(["last", last], ["end", end], {
    isSum: last > FAR * (end + 0.01),
    isDividedTwice: !(FAR * (last + 0.01) > end),
  });

export default exercise<typeof import("../../../exercises/10-engine/train-with-engine.ts")>()({
  title: "10.5 Training with your own engine",
  points: 2,
  source: "P16, M17, C26",
  exports: ["trainWithEngine"],
  fuel: 4000,
  // One of two draws: training is slow in a cell, and equal draws are run once.
  input: (d) => {
    const seed = d.int(1, 2);
    const rng = mulberry32(seed);
    const [seen, fresh] = [moons(100, NOISE, rng), moons(200, NOISE, rng)];
    return { X: seen.X, y: seen.y, seed, fresh: fresh.X, kept: fresh.y };
  },
  call: (s, { X, y, seed, fresh }, kit) => {
    const { predict, losses } = s.trainWithEngine(X, y, kit.rng(seed));
    const scores: number[] = [];
    for (let i = 0; i < fresh.length; i++) scores[i] = predict(fresh[i]!);
    const seen: number[] = [];
    for (let i = 0; i < X.length; i++) seen[i] = predict(X[i]!);
    return { scores, losses, seen };
  },
  parts: ({ holds }) => ({
    "at least 95 % of fresh points come out right": holds(
      record({ scores: list(number) }),
      ({ scores }, { kept }) => {
        if (scores.every((score) => score >= 0 && score <= 1))
          return "predict returns numbers from 0 to 1 only; a score is below 0 where the label is 0";
        const hits = kept.filter((label, i) => scores[i]! > 0 === (label === 1)).length / kept.length;
        return hits >= ENOUGH || `${(100 * hits).toFixed(1)} % of the fresh points come out right`;
      },
    ),
    "the losses fall": holds(
      record({ losses: list(number), seen: orNothing(list(number)) }),
      ({ losses, seen }, { y }) => {
        const [first = Number.NaN, last = Number.NaN] = [losses[0], losses.at(-1)];
        const course = `the losses go from ${first.toFixed(3)} to ${last.toFixed(3)}`;
        if (last > first) return `${course}: a step goes uphill, or is far too large`;
        if (last > 0.9 * first) return `${course}: hardly anything moves; which numbers does a step change?`;
        if (last >= 0.5 * first) return course;
        return seen ? isMeanAt(meanCrossEntropy(seen, y), last) : true;
      },
    ),
  }),
  hints: [
    "What changes from one step to the next, and what must stay the same Value all along?",
    "For each batch: the mean cost as one Value, zeroGrad, backward, then a step on parameter.data with what parameter.grad says.",
    "cost = m.neg().max(0).add(m.abs().neg().exp().add(1).log()) for m = t·s; v = 0.9·v - 0.2·grad; data += v.",
  ],
});
