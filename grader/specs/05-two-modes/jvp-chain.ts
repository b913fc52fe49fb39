/** @file 5.2 A tangent through a chain of layers. */
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
import type { Node } from "../../model/node.ts";

type Data = LayerChain & { readonly v: Vec };
const chain = (d: Draw, widths: readonly number[]): Data => ({
  ...drawChain(d, widths),
  v: d.vec(widths[0]!),
});

const { layer } = makeKit();
const dot = (a: Vec, b: Vec) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);
/** The tangent if each layer's J stood at another place, or met the tangent in another way. */
function mistaken({ Ws, acts, x, v }: Data, place: (x: Vec, z: Vec, out: Vec) => Vec, times = forwards) {
  let [z, tangent] = [x, v];
  for (const [k, W] of Ws.entries()) {
    const { f, J } = layer(W, acts[k]!);
    tangent = times(J(place(x, z, f(z))), tangent);
    z = f(z);
  }
  return { tangent };
}
const forwards = (J: Mat, t: Vec) => J.map((row) => dot(row, t));
const backwards = (J: Mat, t: Vec) =>
  J[0]!.map((_, k) =>
    dot(
      J.map((row) => row[k]!),
      t,
    ),
  );

export default exercise<typeof import("../../../exercises/05-two-modes/jvp-chain.ts")>()({
  title: "5.2 A tangent through a chain of layers",
  points: 1,
  source: "P13, C21",
  exports: ["jvpChain"],
  input: (d: Draw): Data => chain(d, d.sizes(4)),
  cases: (d): Record<string, Data> => ({
    "three layers of one width": chain(d, [3, 3, 3, 3]),
    "a single layer": chain(d, [3, 2]),
    "wide layers": chain(d, [6, 5, 7, 5]),
  }),
  worked: [
    ["cis7000-three-layer-D"],
    (given, expected) => ({
      input: { ...workedChain(given), v: [1, 0] },
      answer: { y: expected.vec("z3"), tangent: expected.mat("D0_inputJacobian").map(([first]) => first) },
    }),
  ],
  model: ({ Ws, acts, x, v }, { of }) => {
    const s = of(0); // moves x along v
    const start: Node<Vec> = of(v).mul(s).add(of(x));
    const y = Ws.reduce((z, W, k) => of(W).matmul(z).act(acts[k]!), start);
    return { s, y };
  },
  call: (student, { Ws, acts, x, v }, kit) => {
    const { layers, mostReads, misfit } = kit.chain(Ws, acts);
    const answer = student.jvpChain([...layers], x, v);
    return { ...answer, reads: mostReads(), misfit: misfit() };
  },
  parts: (words) => ({
    y: words.value("y"),
    tangent: words.tangent("y", "s"),
    reads: vectorsOnly(words, "a matrix times a vector"),
  }),
  slips: [
    {
      id: "wrong-eval-point",
      say: "J is asked at the layer's output: take J(z) before z moves on to f(z)",
      answers: (data) => (isSquare(data) ? mistaken(data, (_x, _z, out) => out) : {}),
    },
    {
      id: "wrong-eval-point",
      say: "every J is asked at x: each layer's J belongs at what that layer receives",
      answers: (data) => (isSquare(data) ? mistaken(data, (x) => x) : {}),
    },
    {
      id: "transposed",
      say: "the tangent runs through each J backwards: its entries belong to the columns of J, the inputs",
      answers: (data) => (isSquare(data) ? mistaken(data, (_x, z) => z, backwards) : {}),
    },
    {
      id: "seed-ignored",
      say: "every input moves at the speed 1: the direction v is not used",
      answers: (data) => mistaken({ ...data, v: data.v.map(() => 1) }, (_x, z) => z),
    },
    {
      id: "matrix-product",
      say: "Jacobians are multiplied with each other. The tangent is a vector from the start: let each J meet only that",
      answers: (data) => ({ ...(isWide(data) && { reads: tooManyReads }) }),
    },
    {
      id: "not-carried-on",
      say: "every J meets v: from the second layer on, it is the tangent of the layer before that goes through J",
      answers: (data) =>
        isSquare(data)
          ? mistaken(
              data,
              (_x, z) => z,
              (J) => forwards(J, data.v),
            )
          : {},
    },
    {
      id: "value-for-tangent",
      say: "tangent holds y, the value; it is the speed of y while x moves along v",
      answers: (_data, right) => ({ tangent: right.value("y") }),
    },
  ],
  hints: [
    "Two things travel from layer to layer: a value and a tangent. Which of them must be moved on first?",
    "At each layer ask J at the layer's input, multiply it by the tangent, and only then replace the input by f of it.",
    "In a loop over the layers: t = J(z)·t, where entry i of the new t is the sum over k of J[i][k]·t[k]; then z = f(z).",
  ],
});
