/** @file 7.5 Sums and broadcasts, backwards: each is the other's transpose. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { onceWritten } from "../../once-written.ts";

type Nd = { readonly shape: number[]; readonly data: number[] };
type Data = {
  readonly sizes: number[];
  readonly dims: number[];
  readonly keepdim: boolean;
  /** Shaped like the sum. */
  readonly grad: Nd;
  /** What unbroadcast is given, and the shape it is to come back to. */
  readonly repeated: Nd;
  readonly shape: number[];
};
type Answer = { sumBackward?: Nd; unbroadcast?: Nd; unwritten: string[] };

const count = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);
const filled = (d: Draw, shape: number[]): Nd => ({ shape, data: d.vec(count(shape), -2, 2) });
const kept = (sizes: number[], dims: number[]) => sizes.map((n, axis) => (dims.includes(axis) ? 1 : n));
const summed = (sizes: number[], dims: number[], keepdim: boolean) =>
  keepdim ? kept(sizes, dims) : sizes.filter((_, axis) => !dims.includes(axis));
const data = (
  d: Draw,
  sizes: number[],
  dims: number[],
  keepdim: boolean,
  large: number[],
  shape: number[],
) => ({
  ...{ sizes, dims, keepdim, grad: filled(d, summed(sizes, dims, keepdim)) },
  ...{ repeated: filled(d, large), shape },
});

/** The index of a place along each axis. */
function indexOf(place: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = place;
  for (const n of shape.toReversed()) {
    index.unshift(rest % n);
    rest = Math.floor(rest / n);
  }
  return index;
}
/** For each place of `large` the place of `small`, aligned at the last axis, whose axes of size 1 are stretched. */
function sources(large: readonly number[], small: readonly number[]): number[] {
  return Array.from({ length: count(large) }, (_, place) =>
    indexOf(place, large)
      .slice(large.length - small.length)
      .reduce((at, i, axis) => at * small[axis]! + (small[axis] === 1 ? 0 : i), 0),
  );
}
const isNotThere = { $: "undefined" };
const expanded = ({ sizes, grad }: Data, from: readonly number[]) => ({
  shape: sizes,
  data: sources(sizes, from).map((at) => grad.data[at] ?? isNotThere),
});
const right = (d: Data) => expanded(d, kept(d.sizes, d.dims)) as Nd;
function gathered({ repeated }: Data, shape: number[], add = (sum: number, g: number) => sum + g): Nd {
  const sums = Array.from({ length: count(shape) }, () => 0);
  sources(repeated.shape, shape).forEach((at, place) => {
    sums[at] = add(sums[at]!, repeated.data[place]!);
  });
  return { shape, data: sums };
}
const scaled = ({ shape, data }: Nd, factor: number) => ({ shape, data: data.map((x) => factor * x) });

export default exercise<typeof import("../../../exercises/07-matrix-backprop/sum-backward.ts")>()({
  title: "7.5 Sums and broadcasts backwards",
  points: 2,
  source: "C29",
  exports: ["sumBackward", "unbroadcast"],
  input: (d): Data => {
    const rank = d.pick([2, 3, 3, 4]);
    const sizes = d.sizes(rank);
    const axes = sizes.map((_, axis) => axis);
    const dims = axes.filter(() => d.pick([true, false]));
    if (d.pick([true, false])) dims.reverse();
    const large = d.sizes(d.pick([2, 3, 4]));
    const shape = large.slice(d.int(0, large.length - 1)).map((n) => d.pick([n, 1]));
    return data(d, sizes, dims.length ? dims : [d.int(0, rank - 1)], d.pick([true, false]), large, shape);
  },
  cases: (d): Record<string, Data> => ({
    "all axes, and a scalar": data(d, [2, 3], [0, 1], false, [3, 2], []),
    "the later axis first": data(d, [2, 3, 4], [1, 0], false, [2, 4, 3], [4, 1]),
    "keepdim, and an axis of size 1 in the middle": data(d, [4, 2, 3], [1], true, [3, 2, 4], [3, 1, 4]),
    "two axes kept, and a leading one added": data(d, [3, 2, 4], [2, 0], true, [2, 3, 4], [1, 4]),
    "the last axis, and nothing repeated": data(d, [3, 4], [1], false, [2, 3], [2, 3]),
  }),
  worked: [
    ["cs434-sum-backward", "cs434-sum-backward-axis0-keepdim", "unbroadcast-bias"],
    (given, expected) => {
      const other = { repeated: { shape: [2, 2], data: [1, 2, 3, 4] }, shape: [2] };
      if (given.has("targetShape"))
        return {
          input: {
            ...{ sizes: [2, 3], dims: [0], keepdim: false, grad: { shape: [3], data: [1, 2, 3] } },
            repeated: { shape: given.vec("gradShape"), data: given.mat("grad").flat() },
            shape: given.vec("targetShape"),
          } satisfies Data,
          answer: { unbroadcast: { shape: given.vec("targetShape"), data: expected.vec("grad") } },
        };
      const [sizes, dims] = [given.vec("sizes"), given.vec("dims")];
      const keepdim = dims[0] === 0; // the one of the two slides that keeps its axis
      const numbers = keepdim ? given.mat("grad").flat() : given.vec("grad");
      return {
        input: {
          sizes,
          dims,
          keepdim,
          grad: { shape: summed(sizes, dims, keepdim), data: numbers },
          ...other,
        } satisfies Data,
        answer: { sumBackward: { shape: sizes, data: expected.mat("gradInput").flat() } },
      };
    },
  ],
  call: (s, { sizes, dims, keepdim, grad, repeated, shape }): Answer => {
    const answer: Answer = { unwritten: [] };
    let todo: unknown;
    const written = (name: "sumBackward" | "unbroadcast", run: () => Nd) => {
      try {
        answer[name] = run();
      } catch (thrown) {
        if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
        answer.unwritten[answer.unwritten.length] = name;
        todo = thrown;
      }
    };
    written("sumBackward", () => s.sumBackward(grad, sizes, dims, keepdim));
    written("unbroadcast", () => s.unbroadcast(repeated, shape));
    if (answer.unwritten.length === 2) throw todo;
    return answer;
  },
  parts: ({ equals }) => ({
    sumBackward: onceWritten("sumBackward", equals(right)),
    unbroadcast: onceWritten(
      "unbroadcast",
      equals((d) => gathered(d, d.shape)),
    ),
  }),
  slips: [
    {
      id: "axis-order",
      say: "sumBackward puts the axes back in the order of dims; a later axis that is inserted first shifts when an earlier one follows",
      answers: (d) => {
        const shape = [...d.grad.shape];
        if (!d.keepdim) for (const axis of d.dims) shape.splice(axis, 0, 1);
        return { sumBackward: expanded(d, shape) };
      },
    },
    {
      id: "axes-not-reinserted",
      say: "sumBackward lines grad up at the last axis; without keepdim the summed axes are gone and must be put back first",
      answers: (d) => ({ sumBackward: expanded(d, d.grad.shape) }),
    },
    {
      id: "wrong-axis",
      say: "sumBackward repeats the numbers of grad in turn; which entry of grad a number fed depends on the axes",
      answers: (d) => ({
        sumBackward: {
          shape: d.sizes,
          data: Array.from({ length: count(d.sizes) }, (_, i) => d.grad.data[i % d.grad.data.length]),
        },
      }),
    },
    {
      id: "sum-vs-mean",
      say: "sumBackward divides by the number of summands: that belongs to a mean; each summand moves a sum one for one",
      answers: (d) => ({ sumBackward: scaled(right(d), d.grad.data.length / count(d.sizes)) }),
    },
    {
      id: "wrong-shape",
      say: "sumBackward has the right numbers with the shape of grad; they belong to the array, whose shape is sizes",
      answers: (d) => ({ sumBackward: { ...right(d), shape: d.grad.shape } }),
    },
    {
      id: "missing-broadcast-sum",
      say: "unbroadcast adds up the leading axes only; an axis of size 1 was stretched too, so it is summed as well",
      answers: (d) => ({
        unbroadcast: gathered(d, d.repeated.shape.slice(d.repeated.shape.length - d.shape.length)),
      }),
    },
    {
      id: "wrong-shape",
      say: "unbroadcast drops the axes of size 1; the result is shaped like the array, which has them",
      answers: (d) => ({ unbroadcast: { ...gathered(d, d.shape), shape: d.shape.filter((n) => n !== 1) } }),
    },
    {
      id: "sum-vs-mean",
      say: "unbroadcast takes the mean over the copies; each of them contributes in full, so their gradients add up",
      answers: (d) => ({
        unbroadcast: scaled(gathered(d, d.shape), count(d.shape) / d.repeated.data.length),
      }),
    },
    {
      id: "overwrite",
      say: "unbroadcast keeps one copy's gradient: where several copies lead back to one number, add with +=",
      answers: (d) => ({ unbroadcast: gathered(d, d.shape, (_sum, g) => g) }),
    },
    {
      id: "sums-everything",
      say: "unbroadcast adds up all of grad; only copies of the same number belong together",
      answers: (d) => ({
        unbroadcast: {
          shape: d.shape,
          data: Array(count(d.shape)).fill(d.repeated.data.reduce((sum, g) => sum + g, 0)),
        },
      }),
    },
    {
      id: "overwrite",
      say: "unbroadcast keeps the first numbers of grad: every copy contributes, so their gradients add up",
      answers: (d) => ({ unbroadcast: { shape: d.shape, data: d.repeated.data.slice(0, count(d.shape)) } }),
    },
  ],
  hints: [
    "A sum reads many numbers into one; a broadcast copies one to many. What does each do to gradients on the way back?",
    "Give grad its summed axes back with size 1. Then every place of the array looks at one place of grad; and the reverse for unbroadcast.",
    "For each place, find its index along every axis; in the smaller array an axis of size 1 has index 0. Copy, or add with +=.",
  ],
});
