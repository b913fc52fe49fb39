/** @file 5.3 A row backwards through a chain of layers. */
import type { Mat, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import {
  drawChain,
  isSquare,
  isWide,
  type LayerChain,
  tooManyReads,
  vectorsOnly,
  workedChain,
} from "../../model/layer-chain.ts";

type Data = LayerChain & { readonly seed: Vec };
const chain = (d: Draw, widths: readonly number[], seed = d.vec(widths.at(-1)!)): Data => ({
  ...drawChain(d, widths),
  seed,
});

const { layer } = makeKit();
const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);
const rowTimes = (row: Vec, J: Mat) =>
  J[0]!.map((_, k) => J.reduce((sum, Ji, i) => sum + row[i]! * Ji[k]!, 0));
const timesColumn = (row: Vec, J: Mat) => J.map((Ji) => dot(Ji, row));
/** The rows if each layer's J stood at another place, or met the row in another way. */
function mistaken({ Ws, acts, x, seed }: Data, place: (zs: Vec[], j: number) => Vec, times = rowTimes) {
  const layers = Ws.map((W, k) => layer(W, acts[k]!));
  const zs = [x];
  for (const { f } of layers) zs.push(f(zs.at(-1)!));
  const rows = [seed];
  for (let j = layers.length - 1; j >= 0; j--) rows.unshift(times(rows[0]!, layers[j]!.J(place(zs, j))));
  return { rows };
}
const atInput = (zs: Vec[], j: number) => zs[j]!;
/** The start that one slide prints, [1]: a loop over the rows of J finds nothing beyond it, one over the row stops there. */
const scalarStart = [
  ({ Ws }: Data) => ({ rows: [...Ws.map((W) => W[0]!.map(() => ({ $: "NaN" }))), [1]] }),
  (data: Data) => {
    const { rows } = mistaken({ ...data, seed: data.seed.map((_, i) => (i === 0 ? 1 : 0)) }, atInput);
    return { rows: [...rows.slice(0, -1), [1]] };
  },
];

export default exercise<typeof import("../../../exercises/05-two-modes/reverse-accumulate.ts")>()({
  title: "5.3 A row backwards through a chain of layers",
  points: 2,
  source: "P06, P08, P12, P13, P14, P15, C18, C21, C22, M03, M06, M08",
  exports: ["reverseAccumulate"],
  input: (d: Draw): Data => chain(d, d.sizes(4)),
  cases: (d): Record<string, Data> => ({
    "three layers of one width": chain(d, [3, 3, 3, 3]),
    "a single layer": chain(d, [3, 2]),
    "a seed that picks one of three outputs": chain(d, [4, 2, 3], [0, 1, 0]),
    "wide layers": chain(d, [6, 5, 7, 5]),
  }),
  worked: [
    ["cis7000-three-layer-D"],
    (given, expected) => {
      const seed = expected.vec("grad_yhat");
      const rows = [rowTimes(seed, expected.mat("D0_inputJacobian")), expected.vec("seededRow_j1")];
      return {
        input: { ...workedChain(given), seed },
        answer: {
          zs: [given.vec("x"), expected.vec("z1"), expected.vec("z2"), expected.vec("z3")],
          rows: [...rows, expected.vec("seededRow_j2"), seed],
        },
      };
    },
  ],
  model: ({ Ws, acts, x, seed }, { of }) => {
    const zs = [of(x)];
    for (const [k, W] of Ws.entries()) zs.push(of(W).matmul(zs[k]!).act(acts[k]!));
    return { zs, loss: zs.at(-1)!.matmul(of(seed)) };
  },
  call: (student, { Ws, acts, x, seed }, kit) => {
    const { layers, mostReads, misfit } = kit.chain(Ws, acts);
    const answer = student.reverseAccumulate([...layers], x, seed);
    return { ...answer, reads: mostReads(), misfit: misfit() };
  },
  parts: (words) => ({
    zs: words.value("zs"),
    rows: words.gradient("zs", "loss", { share: 3 }),
    reads: vectorsOnly(words, "a row times a matrix"),
  }),
  slips: [
    {
      id: "wrong-eval-point",
      say: "J is asked at the layer's output; between zs[j] and zs[j + 1] it belongs at zs[j], what the layer received",
      answers: (data) => (isSquare(data) ? mistaken(data, (zs, j) => zs[j + 1]!) : {}),
    },
    {
      id: "wrong-eval-point",
      say: "every J is asked at one and the same z, as one slide prints it: each layer received another",
      answers: (data) => (isSquare(data) ? mistaken(data, (zs) => zs[0]!) : {}),
    },
    {
      id: "transposed",
      say: "J is multiplied by a column: a row stands to the left of J, so its entries belong to the rows of J, the outputs",
      answers: (data) => (isSquare(data) ? mistaken(data, atInput, timesColumn) : {}),
    },
    ...scalarStart.map((answers) => ({
      id: "scalar-start",
      say: "the walk starts with a single 1. That is right for one output only; with several it starts with seed, a number for each",
      answers,
    })),
    {
      id: "wrong-index",
      say: "rows stand in the order of the walk, the output first: rows[j] belongs to zs[j], so the output comes last",
      answers: (data) => ({ rows: mistaken(data, atInput).rows.reverse() }),
    },
    {
      id: "seed-ignored",
      say: "the walk starts with ones instead of seed: that is the gradient of the sum of all outputs",
      answers: (data) => mistaken({ ...data, seed: data.seed.map(() => 1) }, atInput),
    },
    {
      id: "matrix-product",
      say: "whole Jacobians are multiplied with each other and the seed comes last. Start with the seed: then every product has a single row",
      answers: (data) => ({ ...(isWide(data) && { reads: tooManyReads }) }),
    },
    {
      id: "not-carried-on",
      say: "every J meets the seed: from the second product on, it is the row that came back from the layer above",
      answers: (data) => (isSquare(data) ? mistaken(data, atInput, (_row, J) => rowTimes(data.seed, J)) : {}),
    },
  ],
  hints: [
    "At which z was each layer when it ran? Where do you have that number when you walk back?",
    "Forwards, store every z. Backwards, for j = m − 1 down to 0: the row at j + 1 times the J of layers[j], asked at zs[j].",
    "rows[j][k] is the sum over i of rows[j + 1][i]·J[i][k], with J = layers[j].J(zs[j]) taken once.",
  ],
});
