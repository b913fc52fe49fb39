/** @file 10.4 Large graphs, used again and again: built beside the student's code from the student's own leaves. */
import { exercise } from "../../exercise.ts";
import { list, maybe, number, record, text } from "../../judge/shape.ts";

type Data = { readonly x: number[]; readonly n: number; readonly links: number; readonly doublings: number };
/** Past the depth at which recursion ends, and a quarter of what the cell's memory holds of a roomy engine. */
const LONG = 30_000;
const MANY = 30;

/** s = a·b, y1 = s·s·n, y2 = s + a: what each of the two sends back to a and b. */
const slopes = ({ x: [a = 0, b = 0], n }: Data) => [
  [2 * n * a * b * b, 2 * n * a * a * b],
  [b + 1, a],
];
const grads = (data: Data) => {
  const [first = [], second = []] = slopes(data);
  return first.map((g, i) => g + second[i]!);
};

type Tried = { readonly value: number[] | undefined; readonly threw: string | undefined };
const tried = record<Tried>({ value: maybe(list(number)), threw: maybe(text) });
/** Data and gradient of a graph that was built in a loop, or why there are none. */
function verdict({ value, threw }: Tried, data: number, grad: number): true | string {
  if (!value) return `backward() throws: ${threw}`;
  const [yours = Number.NaN, slope = Number.NaN] = value;
  if (!(Math.abs(yours - data) <= 1e-9 * data)) return `its data is ${yours}; ${data} is expected`;
  return Math.abs(slope - grad) <= 1e-9 * grad || `x.grad is ${slope}; ${grad} is expected`;
}

export default exercise<typeof import("../../../exercises/10-engine/large-graphs.ts")>()({
  title: "10.4 Large graphs",
  points: 2,
  source: "C26, F05, M07",
  exports: ["zeroGrad", "leaf"],
  fuel: 1500,
  input: (d): Data => ({
    ...{ x: d.vec(2, 0.5, 2), n: d.int(2, 9) },
    ...{ links: d.int(1, 9), doublings: d.int(1, 9) },
  }),
  // The chain is not the first: the first case is run twice.
  cases: () => ({
    "30 doublings": { x: [1.5, 0.5], n: 3, links: 1, doublings: MANY },
    "a chain of 30,000 nodes": { x: [1.5, 0.5], n: 3, links: LONG, doublings: 1 },
  }),
  call: (s, { x, n, links, doublings }, kit) => {
    type V = ReturnType<typeof s.leaf>;
    const [a, b] = [s.leaf(x[0]!), s.leaf(x[1]!)];
    const both = a.mul(b);
    const ys = [both.mul(both).mul(n), both.add(a)];
    const sweep = () => {
      ys[0]!.backward();
      ys[1]!.backward();
      return [a.grad, b.grad];
    };
    const results = [ys[0]!.data, ys[1]!.data];
    const grads = sweep();
    s.zeroGrad([a, b]);
    const zeroed = [a.grad, b.grad];
    const again = sweep();
    const grown = (count: number, next: (y: V, x: V) => V) =>
      kit.attempt(() => {
        const leaf = s.leaf(0.5);
        let y = leaf;
        for (let k = 0; k < count; k++) y = next(y, leaf);
        y.backward();
        return [y.data, leaf.grad];
      });
    return {
      ...{ results, grads, "grads after zeroGrad": zeroed, "grads after backward again": again },
      chain: grown(links, (y, x) => y.add(x)),
      doublings: grown(doublings, (y) => y.add(y)),
    };
  },
  parts: ({ equals, holds }) => ({
    results: equals(({ x: [a = 0, b = 0], n }) => [n * a * b * a * b, a * b + a], { share: 0.5, rel: 1e-9 }),
    grads: equals(grads, { rel: 1e-9 }),
    "grads after zeroGrad": equals(() => [0, 0]),
    "grads after backward again": equals(grads, { rel: 1e-9 }),
    "a long chain": holds(
      record({ chain: tried }),
      ({ chain }, { links }) => verdict(chain, 0.5 * (links + 1), links + 1),
      { share: 2 },
    ),
    "many doublings": holds(record({ doublings: tried }), ({ doublings }, data) =>
      verdict(doublings, 0.5 * 2 ** data.doublings, 2 ** data.doublings),
    ),
  }),
  slips: [
    {
      id: "leaves-reset",
      say: "only the last backward() counts: leaves collect what several results send them, so their grad must not be wiped",
      answers: (data) => ({ grads: slopes(data)[1] }),
    },
    {
      id: "not-zeroed",
      say: "zeroGrad leaves the grads as they were: is it grad that is set, and on each leaf itself?",
      answers: (data) => ({
        "grads after zeroGrad": grads(data),
        "grads after backward again": grads(data).map((g) => 2 * g),
      }),
    },
    {
      id: "first-only",
      say: "zeroGrad reaches the first leaf only",
      answers: (data) => ({ "grads after zeroGrad": grads(data).map((g, i) => (i === 0 ? 0 : g)) }),
    },
  ],
  hints: [
    "How deep does your backward call itself for a chain, and how often does it meet x below 30 doublings?",
    "Find the nodes with a list of your own instead of recursion, and a Set or Map of those already met; a list's includes looks at everything.",
    "Push unmet parents on a list while walking it; count uses. Then serve from this on: whoever's last use has reported comes next.",
  ],
});
