/** @file 8.1 One epoch in batches: chance, judged by what every epoch has in common and by how often orders come up. */
import { mulberry32 } from "../../../src/data/random.ts";
import type { Part } from "../../exercise.ts";
import { exercise } from "../../exercise.ts";
import { int, list, record, type Shape } from "../../judge/shape.ts";

type Data = {
  readonly n: number;
  readonly batchSize: number;
  readonly seed: number;
  /** How many epochs of four indices are drawn to see how often each order comes up. */
  readonly counted: number;
};
type Epoch = number[][];

/** Orders of so many indices are counted, over so many epochs. */
const [FEW, EPOCHS] = [4, 6000];
/** Five standard deviations of a count that should be a quarter of all. */
const SLACK = 5 * Math.sqrt(EPOCHS * (1 / FEW) * (1 - 1 / FEW));

const sizesOf = ({ n, batchSize }: Data) =>
  Array.from({ length: Math.ceil(n / batchSize) }, (_, i) => Math.min(batchSize, n - i * batchSize));

function faultOf(epoch: Epoch, data: Data): string | undefined {
  const [sizes, wanted] = [epoch.map((batch) => batch.length), sizesOf(data)];
  const flat = epoch.flat();
  const once = new Set(flat);
  const strange = flat.find((i) => !(i >= 0 && i < data.n));
  const missing = Array.from({ length: data.n }, (_, i) => i).find((i) => !once.has(i));
  if (strange !== undefined) return `${strange} is in a batch; indices run from 0 to n - 1 = ${data.n - 1}`;
  if (missing !== undefined) return `index ${missing} is in no batch; each index is expected exactly once`;
  if (once.size < flat.length) return "an index is in two batches; each is expected exactly once";
  return sizes.join() === wanted.join()
    ? undefined
    : `the batches hold ${sizes.join(", ")} indices; ${wanted.join(", ")} are expected`;
}
/** The place that an index prefers or avoids, if the counts cannot be chance. */
function biasOf(counts: number[][]): string | undefined {
  for (const [index, row] of counts.entries())
    for (const [place, count] of row.entries())
      if (!(Math.abs(count - EPOCHS / FEW) <= SLACK))
        return `of ${EPOCHS.toLocaleString("en")} epochs of ${FEW} indices, index ${index} stood at place ${place} in ${count}, where ${EPOCHS / FEW} are expected: not every order is equally likely`;
  return undefined;
}
const same = (a: Epoch, b: Epoch) => JSON.stringify(a) === JSON.stringify(b);

/** What a reader sees of an epoch, whatever chance made of it: sizes, which indices, whether they are shuffled. */
function symptom(epoch: Epoch, { n }: Data): string {
  const flat = epoch.flat();
  const sorted = [...flat].sort((a, b) => a - b);
  const which =
    new Set(flat).size < flat.length
      ? "repeated"
      : sorted[0] === 1 && sorted.at(-1) === n
        ? "from 1"
        : "once";
  return `${which} ${sorted.join() === flat.join() ? "in order" : "shuffled"} ${epoch.map((batch) => batch.length)}`;
}

const indices = (n: number) => Array.from({ length: n }, (_, i) => i);
const shuffled = ({ n, seed }: Data) => {
  const rng = mulberry32(seed);
  return indices(n)
    .map((i) => ({ i, at: rng() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i);
};
const cut = (order: number[], size: number): Epoch =>
  Array.from({ length: Math.ceil(order.length / size) }, (_, i) => order.slice(i * size, (i + 1) * size));
const twice = (epoch: Epoch) => ({ epochs: [epoch, epoch] });

const shapeOfEpoch: Shape<Epoch> = list(list(int));
const sameBy =
  <T>(shape: Shape<T>, see: (answer: T, input: Data) => unknown): NonNullable<Part<Data>["same"]> =>
  (mistaken, answer, input) => {
    try {
      return see(mistaken as T, input) === see(shape(answer, ""), input);
    } catch {
      return false; // malformed: no such mistake
    }
  };

export default exercise<typeof import("../../../exercises/08-training/minibatches.ts")>()({
  title: "8.1 One epoch in batches",
  points: 1,
  source: "C14, D04, M15",
  exports: ["minibatches"],
  input: (d): Data => ({ n: d.int(10, 20), batchSize: d.int(3, 6), seed: d.int(1, 1e6), counted: 0 }),
  cases: (): Record<string, Data> => ({
    "a batch size that divides n": { n: 12, batchSize: 4, seed: 5, counted: 0 },
    "a last batch of one": { n: 13, batchSize: 4, seed: 6, counted: 0 },
    "one batch of everything": { n: 9, batchSize: 9, seed: 7, counted: 0 },
    "batches of one": { n: 9, batchSize: 1, seed: 8, counted: EPOCHS },
    "a batch size above n": { n: 8, batchSize: 20, seed: 9, counted: 0 },
  }),
  call: (s, { n, batchSize, seed, counted }, kit) => {
    const rng = kit.rng(seed);
    const first = s.minibatches(n, batchSize, rng);
    const second = s.minibatches(n, batchSize, rng);
    const again = s.minibatches(n, batchSize, kit.rng(seed));
    const counts = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
    for (let k = 0; k < counted; k++) {
      const order = s.minibatches(4, 4, rng)[0] ?? [];
      for (let place = 0; place < 4; place++) {
        const row = counts[order[place]!];
        if (row) row[place]!++;
      }
    }
    return { epochs: [first, second], repeated: [first, again], counts };
  },
  parts: ({ holds }) => {
    const fresh = holds(
      record({ epochs: list(shapeOfEpoch) }),
      ({ epochs: [first = [], second = []] }, data: Data) =>
        faultOf(first, data) ??
        faultOf(second, data) ??
        (!same(first, second) ||
          "the second epoch is the same as the first: draw anew from rng in every call"),
    );
    const repeated = holds(
      record({ repeated: list(shapeOfEpoch) }),
      ({ repeated: [first = [], again = []] }) =>
        same(first, again) ||
        "the same seed gives another epoch: draw from rng only, and keep nothing from one call to the next",
    );
    const unbiased = holds(
      record({ counts: list(list(int)) }),
      ({ counts }, { counted }: Data) => counted === 0 || (biasOf(counts) ?? true),
    );
    const see = ([first = [], second = []]: Epoch[], data: Data) =>
      `${symptom(first, data)} ${symptom(second, data)} ${same(first, second)}`;
    return {
      epochs: { ...fresh, share: 2, same: sameBy(list(shapeOfEpoch), see) },
      repeated: { ...repeated },
      counts: {
        ...unbiased,
        same: sameBy(
          list(list(int)),
          (counts, { batchSize }) => batchSize === 1 && biasOf(counts) === undefined,
        ),
      },
    };
  },
  slips: [
    {
      id: "not-shuffled",
      say: "the indices come in their natural order: shuffle them before you cut",
      answers: (data) => twice(cut(indices(data.n), data.batchSize)),
    },
    {
      id: "stale-batch",
      say: "every epoch is the same as the first, as in the slide that draws a batch before its loop: draw anew in every call",
      answers: (data) => twice(cut(shuffled(data), data.batchSize)),
    },
    {
      id: "last-batch-lost",
      say: "the shorter batch at the end is missing, so some examples are never seen in this epoch",
      answers: (data) => {
        const order = shuffled(data);
        const full = cut(order, data.batchSize).filter((batch) => batch.length === data.batchSize);
        return { epochs: [full, full.map((batch) => [...batch].reverse()).reverse()] };
      },
    },
    {
      id: "biased-shuffle",
      say: "not every order is equally likely: a random comparator in sort does that, and so does swapping each entry with any other, settled ones included",
      answers: (data) => ({
        epochs: [
          cut(shuffled(data), data.batchSize),
          cut(shuffled({ ...data, seed: data.seed + 1 }), data.batchSize),
        ],
        counts: [
          [EPOCHS, 0, 0, 0],
          [0, EPOCHS, 0, 0],
          [0, 0, EPOCHS, 0],
          [0, 0, 0, EPOCHS],
        ],
      }),
    },
  ],
  hints: [
    "Two jobs: first an order, then the cutting. What makes all orders equally likely?",
    "Fisher-Yates: from the last place to the first, swap the entry with one at or before it, chosen by rng.",
    "j = Math.floor(rng() * (i + 1)), swap order[i] and order[j]; then order.slice(start, start + batchSize).",
  ],
});
