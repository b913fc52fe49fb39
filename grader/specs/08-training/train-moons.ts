/** @file 8.5 Two moons: training, judged on fresh points whose labels never leave the grader. */
import { moons, mulberry32 } from "gradbook";
import type { Mlp2 } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { isMean, meanCrossEntropy } from "../../epoch-losses.ts";
import { exercise, type Part } from "../../exercise.ts";
import { list, number, orNothing, record } from "../../judge/shape.ts";

const POINTS = 200;
const NEEDED = 0.97;
type Data = {
  readonly X: number[][];
  readonly y: number[];
  readonly seed: number;
  readonly fresh: number[][];
  /** The labels of the fresh points. */
  readonly kept: number[];
};
type Groups = { readonly start: Mlp2; readonly end: Mlp2 };

const percent = (share: number) => `${Math.round(100 * share)} %`;
const network = record<{ W1: number[][]; b1: number[]; W2: number[][]; b2: number }>({
  W1: list(list(number)),
  b1: list(number),
  W2: list(list(number)),
  b2: number,
});
const shapeOfGroups = record<{ start: Mlp2; end: Mlp2 }>({ start: network, end: network });

/** The groups, or nothing where they are malformed. */
const readable = orNothing(shapeOfGroups);

const fits = ({ W1, b1, W2 }: Mlp2) =>
  W1.every((row) => row.length === 2) &&
  b1.length === W1.length &&
  W2.length === 1 &&
  W2[0]?.length === W1.length;

const names = ["W1", "b1", "W2", "b2"] as const;
const unmoved = ({ start, end }: Groups) =>
  names.filter((name) => JSON.stringify(start[name]) === JSON.stringify(end[name]));
const isZero = ({ W1, W2 }: Mlp2) => [...W1, ...W2].flat().every((w) => w === 0);
/** Two trainings with the same symptom have the same mistake, whatever numbers they end with. */
const symptom = (groups: Groups) => `${isZero(groups.start)} ${unmoved(groups)}`;

/** A small network of these weights, and one in which the named groups have moved: examples of a symptom. */
const net = (w: number): Mlp2 => ({ W1: [[w, -w]], b1: [0], W2: [[w]], b2: 0 });
const moved = (start: Mlp2, ...groups: (keyof Mlp2)[]): { groups: Groups } => {
  const other: Mlp2 = { W1: [[2, 3]], b1: [1], W2: [[4]], b2: 1 };
  const end = Object.fromEntries(names.map((name) => [name, (groups.includes(name) ? other : start)[name]]));
  return { groups: { start, end: end as unknown as Mlp2 } };
};

/** z of one point, as 8.5 defines it; NaN where the groups do not fit together. */
function logit({ W1, b1, W2, b2 }: Mlp2, x: readonly number[]): number {
  const h = W1.map((row, k) => Math.tanh(row[0]! * x[0]! + row[1]! * x[1]! + b1[k]!));
  return h.reduce((sum, each, k) => sum + (W2[0]?.[k] ?? Number.NaN) * each, b2);
}
/** The first epoch begins at the start and goes on from there: a mean of it cannot be far away, a sum is. */
function isMeanFrom(network: Mlp2, { X, y }: Data, first: number): true | string {
  const start = meanCrossEntropy(
    X.map((x) => logit(network, x)),
    y,
  );
  return isMean(["first", first], ["start", start], {
    isSum: first > 4 * start + 1,
    isDividedTwice: first < 0.1 * start,
  });
}

/** What predict says of new points is what these parameters say of them; some hold probabilities a little off 0 and 1. */
function isPredictedBy(end: Mlp2, predicted: readonly number[], { fresh }: Data): true | string {
  const wanted = fresh.map((x) => 1 / (1 + Math.exp(-logit(end, x))));
  const k = wanted.findIndex((yhat, i) => !(Math.abs(yhat - predicted[i]!) < 1e-3));
  return (
    k < 0 ||
    `predict gives ${+predicted[k]!.toPrecision(4)} for a new point, and the network of the statement with the parameters in end gives ${+wanted[k]!.toPrecision(4)}`
  );
}

export default exercise<typeof import("../../../exercises/08-training/train-moons.ts")>()({
  title: "8.5 Two moons, trained by hand",
  points: 2,
  source: "P07, P16, C08, C11, F02",
  exports: ["trainMoons"],
  allows: ["normal"],
  fuel: 6000,
  input: (d: Draw): Data => {
    const [known, fresh] = [1, 2].map(() => moons(POINTS, 0.1, mulberry32(d.int(1, 1e9))));
    return { X: known!.X, y: known!.y, seed: d.int(1, 1e6), fresh: fresh!.X, kept: fresh!.y };
  },
  call: (s, { X, y, seed, fresh }, kit) => {
    const { predict, losses, start, end } = s.trainMoons(X, y, kit.rng(seed));
    const predicted: number[] = [];
    for (let i = 0; i < fresh.length; i++) predicted[i] = predict(fresh[i]!);
    return { predicted, losses, groups: { start, end } };
  },
  parts: ({ holds }) => {
    const same: NonNullable<Part<Data>["same"]> = (mistaken, answer) => {
      const groups = readable(answer, "groups");
      return groups !== undefined && symptom(mistaken as Groups) === symptom(groups);
    };
    const learned = holds(record({ groups: shapeOfGroups }), ({ groups }) => {
      const misfit = (["start", "end"] as const).find((when) => !fits(groups[when]));
      if (misfit)
        return `the shapes in ${misfit} do not fit together: with n hidden units W1 is (n, 2), b1 (n) and W2 (1, n)`;
      const still = unmoved(groups);
      return (
        still.length === 0 ||
        `${still.join(" and ")}: the same numbers at the end as at the start; every group has to be updated`
      );
    });
    return {
      "at least 97 % of new points are right": holds(
        record({ predicted: list(number) }),
        ({ predicted }, { kept }: Data) => {
          const odd = predicted.find((p) => !(p >= 0 && p <= 1));
          if (odd !== undefined)
            return `predict returns ${+odd.toPrecision(4)}; a probability between 0 and 1 is expected`;
          if (predicted.every((p) => p === 0 || p === 1))
            return "predict returns nothing but 0 and 1; yhat itself is asked for, the probability";
          const right = kept.filter((label, i) => predicted[i]! > 0.5 === (label === 1)).length / kept.length;
          return (
            right >= NEEDED ||
            `${percent(right)} of the new points are right, and ${percent(NEEDED)} are asked for`
          );
        },
        { share: 3 },
      ),
      "the loss falls": holds(
        record({ losses: list(number), groups: readable }),
        ({ losses, groups }, data) => {
          const [first = 0, last = 0] = [losses[0], losses.at(-1)];
          if (losses.length < 2)
            return `losses holds ${losses.length} numbers; one for every epoch is expected`;
          const mean = groups ? isMeanFrom(groups.start, data, first) : true;
          if (mean !== true) return mean;
          return (
            last < 0.5 * first ||
            `the loss goes from ${first.toFixed(3)} in the first epoch to ${last.toFixed(3)} in the last`
          );
        },
      ),
      groups: { ...learned, share: 2, same },
      "predict is the network with the parameters in end": holds(
        record({ predicted: list(number), groups: shapeOfGroups }),
        ({ predicted, groups }, data) => isPredictedBy(groups.end, predicted, data),
      ),
    };
  },
  slips: [
    {
      id: "frozen-layer",
      say: "W2 and b2 end as they started, as in the slides' listing, which updates W1 and b1 only: all four groups have to learn",
      answers: () => moved(net(1), "W1", "b1"),
    },
    {
      id: "frozen-layer",
      say: "W1 and b1 end as they started: only the output layer learns, and the hidden units stay as chance made them",
      answers: () => moved(net(1), "W2", "b2"),
    },
    {
      id: "frozen-biases",
      say: "the biases end as they started: they have gradients as well, and learn like the weights",
      answers: () => moved(net(1), "W1", "W2"),
    },
    {
      id: "zero-init",
      say: "all weights start at 0, and then no gradient reaches W1 and W2: dW2 is made of h = 0, and dW1 of W2 = 0",
      answers: () => moved(net(0), "b2"),
    },
    {
      id: "start-not-copied",
      say: "start and end are the same numbers: either nothing was updated, or start changed together with the parameters, and a copy is needed",
      answers: () => moved(net(1)),
    },
  ],
  hints: [
    "Take the parts you have: 7.3 for one example, 8.1 for the batches, 8.2 for the step, 8.3 for the start. What joins them?",
    "For every epoch, for every batch: average the gradients of its examples, then make one step with all four groups.",
    "Pack W1, b1, W2, b2 into one list for momentumStep. dz = (yhat - y)/batch length; dz1[k] = dz · W2[0][k] · (1 - h[k]²).",
  ],
});
