/** @file 5.4 The price of a chain of Jacobians. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";

type Data = { readonly widths: readonly number[] };
type Pick = "forward" | "reverse" | "tie";

const output = ({ widths }: Data) => widths.at(-1)!;
/** Multiplications that form the Jacobian from the output backwards: each product has as many rows as there are outputs. */
const reverse = (data: Data, rows = output(data)) =>
  data.widths.slice(1, -1).reduce((sum, width, i) => sum + rows * width * data.widths[i]!, 0);
const flipped = ({ widths }: Data): Data => ({ widths: [...widths].reverse() });
const forward = (data: Data, columns?: number) => reverse(flipped(data), columns);
/** Every bracketing there is, by its last product. */
function optimal({ widths }: Data, i = 0, j = widths.length - 1): number {
  const splits = widths.slice(i + 1, j).map((width, n) => {
    const k = i + 1 + n;
    return optimal({ widths }, i, k) + optimal({ widths }, k, j) + widths[i]! * width * widths[j]!;
  });
  return splits.length ? Math.min(...splits) : 0;
}
/** Always the product that is cheapest now. */
function greedy({ widths }: Data): number {
  const prices = widths.slice(1, -1).map((width, i) => widths[i]! * width * widths[i + 2]!);
  if (prices.length === 0) return 0;
  const least = Math.min(...prices);
  const k = prices.indexOf(least) + 1;
  return least + greedy({ widths: widths.filter((_, i) => i !== k) });
}
const eitherWay = (data: Data) => ({ reverse: reverse(data), forward: forward(data) });
const smaller = (forwards: number, backwards: number): Pick =>
  forwards < backwards ? "forward" : backwards < forwards ? "reverse" : "tie";
const pick = (data: Data) => smaller(forward(data), reverse(data));
/** With a product by an identity before the first layer. */
const withIdentity = (data: Data) => reverse({ widths: [...data.widths, output(data)] });

export default exercise<typeof import("../../../exercises/05-two-modes/chain-cost.ts")>()({
  title: "5.4 The price of a chain of Jacobians",
  points: 3,
  source: "P13, C12, C20, C21, M05",
  exports: ["chainCost"],
  input: (d: Draw): Data => ({ widths: Array.from({ length: d.int(5, 7) }, () => d.int(1, 20)) }),
  cases: (): Record<string, Data> => ({
    "a single layer": { widths: [5, 3] },
    "two layers": { widths: [2, 7, 4] },
    "a narrow input behind which the chain is narrower still": { widths: [6, 1, 9, 8] },
    "a chain where the cheapest product first is a bad start": { widths: [3, 2, 5, 4, 9, 3] },
  }),
  worked: [
    [
      "chain-cost-784-16-16-10-1",
      "chain-cost-1-16-16-784",
      "chain-cost-10-10-10-10",
      "chain-cost-64-32-1-32-64",
      "chain-cost-3-500-2-400",
      "cs434-order-cost-10-16-784",
      "cs434-order-cost-16-16-784",
      "cs434-order-cost-1-3-2",
      "cs434-order-cost-100-100-100",
    ],
    (given, expected) => {
      if (given.has("widths_input_to_output")) {
        const costs = ["reverse", "forward", "optimal"].map((key) => [key, expected.num(key)]);
        return { input: { widths: given.vec("widths_input_to_output") }, answer: Object.fromEntries(costs) };
      }
      // The loss by a weight matrix: d·k1 weights, k1 and k2 units, one loss.
      const [k1, k2] = [given.num("k1"), given.num("k2")];
      return {
        input: { widths: [given.num("d") * k1, k1, k2, 1] },
        answer: { reverse: expected.num("leftToRight"), forward: expected.num("rightToLeft") },
      };
    },
  ],
  call: (s, { widths }) => s.chainCost([...widths]),
  parts: ({ equals }) => ({
    reverse: equals((data) => reverse(data)),
    forward: equals((data) => forward(data)),
    optimal: equals((data) => optimal(data), { share: 2 }),
    pick: equals(pick),
  }),
  slips: [
    {
      id: "modes-exchanged",
      say: "reverse and forward are exchanged: reverse starts at the output, so every product has as many rows as there are outputs",
      answers: (data) => ({ reverse: forward(data), forward: reverse(data) }),
    },
    {
      id: "identity-counted",
      say: "the first Jacobian is counted as a product with the identity: m matrices need m − 1 products",
      answers: (data) => ({ reverse: withIdentity(data), forward: withIdentity(flipped(data)) }),
    },
    {
      id: "one-row",
      say: "this is the price of a single row or column: the whole Jacobian has a row for each output and a column for each input",
      answers: (data) => ({ reverse: reverse(data, 1), forward: forward(data, 1) }),
    },
    {
      id: "greedy",
      say: "optimal takes the product that is cheapest now, which can make the later ones dear: compare all places for the last product",
      answers: (data) => ({ optimal: greedy(data) }),
    },
    {
      id: "two-ways-only",
      say: "optimal is the cheaper of reverse and forward: a product may also begin in the middle of the chain",
      answers: (data) => ({ optimal: Math.min(reverse(data), forward(data)) }),
    },
    {
      id: "pick-by-ends",
      say: "pick compares the number of inputs and outputs only: the widths between them can turn the balance, so compare the prices",
      answers: (data) => ({ pick: smaller(data.widths[0]!, output(data)) }),
    },
    {
      id: "pick-exchanged",
      say: "pick names the dearer of the two",
      answers: (data) => ({ pick: smaller(reverse(data), forward(data)) }),
    },
    {
      id: "no-tie",
      say: "pick knows no tie: what if both prices are equal?",
      answers: (data) => ({
        ...eitherWay(data),
        pick: forward(data) < reverse(data) ? "forward" : "reverse",
      }),
    },
    {
      id: "no-tie",
      say: "pick knows no tie: what if both prices are equal?",
      answers: (data) => ({
        ...eitherWay(data),
        pick: reverse(data) < forward(data) ? "reverse" : "forward",
      }),
    },
  ],
  hints: [
    "Write down the shapes of a chain of three. After a product from the output's side, which number never changes?",
    "Reverse multiplies (outputs × w[i]) by (w[i] × w[i−1]). For the optimum: the last product joins two shorter stretches, each of them done in its best way.",
    "best(i, j) is the least over k between i and j of best(i, k) + best(k, j) + w[i]·w[k]·w[j], and best(i, i + 1) is 0. Fill a table, short stretches first.",
  ],
});
