/** @file 8.3 How weights begin, and gradients by depth. */
import type { ActName, Mat, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";
import type { Node } from "../../model/node.ts";
import { onceWritten } from "../../once-written.ts";

type Data = {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly Ws: Mat[];
  readonly x: Vec;
  readonly act: ActName;
};
type Answer = { zeros?: Mat; xavier?: Mat; he?: Mat; draws?: Mat; norms?: Vec; unwritten: string[] };
const { act } = makeKit();

/** What a scheme gives where normal() is always 1: its standard deviation, everywhere. */
const filled = ({ fanIn, fanOut }: Pick<Data, "fanIn" | "fanOut">, entry: number): Mat =>
  Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => entry));
const xavier = ({ fanIn, fanOut }: Data) => Math.sqrt(2 / (fanIn + fanOut));
const he = ({ fanIn }: Data) => Math.sqrt(2 / fanIn);

const norm = (x: Vec) => Math.hypot(...x);
/** Norms by depth with a step replaced: what a slip in it answers. */
function norms(
  { Ws, x, act: name }: Data,
  how: {
    slope?: (z: number) => number;
    size?: (dz: Vec, dh: Vec) => number;
  } = {},
): Vec {
  const { slope = act(name).df, size = norm } = how;
  const zs: Vec[] = [];
  let h = x;
  for (const W of Ws) {
    zs.push(W.map((row) => row.reduce((sum, w, j) => sum + w * h[j]!, 0)));
    h = zs.at(-1)!.map(act(name).f);
  }
  let dh = h.map(() => 1);
  const sizes = Ws.map((W, l) => [W, zs[l]!] as const)
    .reverse()
    .map(([W, z]) => {
      const dz = dh.map((d, i) => d * slope(z[i]!));
      const length = size(dz, dh);
      dh = W[0]!.map((_, j) => dz.reduce((sum, d, i) => sum + d * W[i]![j]!, 0));
      return length;
    });
  return sizes.reverse();
}
/** Layers of these widths, with weights that keep numbers near 1. */
const layers = (d: Draw, widths: number[]): Mat[] =>
  widths.slice(1).map((rows, l) => {
    const columns = widths[l]!;
    return d
      .mat(rows, columns, 0.4, 1.4)
      .map((row) => row.map((w) => (d.pick([-1, 1]) * w) / Math.sqrt(columns)));
  });
const chain = (depth: number, w: number): Mat[] => Array.from({ length: depth }, () => [[w]]);

export default exercise<typeof import("../../../exercises/08-training/init-weights.ts")>()({
  title: "8.3 How weights begin",
  points: 2,
  source: "D20",
  exports: ["initWeights", "gradNormByDepth"],
  input: (d: Draw): Data => {
    const widths = d.sizes(4);
    const [fanIn = 3, fanOut = 4] = d.sizes(2);
    const act = d.pick(["tanh", "sigmoid", "sin"] as const);
    return { fanIn, fanOut, Ws: layers(d, widths), x: d.vec(widths[0]!), act };
  },
  cases: (d) => ({
    "a single layer": { fanIn: 5, fanOut: 2, Ws: layers(d, [3, 4]), x: d.vec(3), act: "tanh" as const },
    "three layers of relu": {
      ...{ fanIn: 2, fanOut: 6, x: d.vec(2, 0.5, 1), act: "relu" as const },
      Ws: layers(d, [2, 6, 5, 4]),
    },
    "weights of 0": {
      ...{ fanIn: 3, fanOut: 2, x: [1, 2, 3], act: "sigmoid" as const },
      Ws: [filled({ fanIn: 3, fanOut: 2 }, 0), filled({ fanIn: 2, fanOut: 4 }, 0)],
    },
    "eight layers": {
      ...{ fanIn: 4, fanOut: 3, x: d.vec(2), act: "tanh" as const },
      Ws: layers(d, [2, 5, 4, 5, 3, 5, 4, 3, 2]),
    },
  }),
  worked: [
    ["sigmoid-chain-vanishing", "ds542-gradient-products"],
    (given, expected): { input: Data; answer: Partial<Answer> } =>
      given.has("w")
        ? {
            input: {
              fanIn: 2,
              fanOut: 3,
              Ws: chain(20, given.num("w")),
              x: [given.num("x")],
              act: "sigmoid",
            },
            answer: { norms: [expected.vec("dh_dx").at(-1)! / given.num("w")] },
          }
        : {
            // 21 layers: between the first z and the last lie 20 factors of 2.
            input: { fanIn: 2, fanOut: 3, Ws: chain(21, 2), x: [0.5], act: "identity" },
            answer: { norms: [expected.vec("factor2")[3]!] },
          },
  ],
  model: ({ Ws, x, act }, { of }) => {
    const zs: Node<Vec>[] = [];
    let h: Node<Vec> = of(x);
    for (const W of Ws) {
      const z = of(W).matmul(h);
      zs.push(z);
      h = z.act(act);
    }
    return { zs, loss: h.sum() };
  },
  call: (s, { fanIn, fanOut, Ws, x, act }, kit): Answer => {
    const answer: Answer = { unwritten: [] };
    let todo: unknown;
    const written = (name: string, run: () => void) => {
      try {
        run();
      } catch (thrown) {
        if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
        answer.unwritten[answer.unwritten.length] = name;
        todo ??= thrown;
      }
    };
    written("initWeights", () => {
      let k = 0;
      answer.zeros = s.initWeights("zeros", fanIn, fanOut, () => 1);
      answer.xavier = s.initWeights("xavier", fanIn, fanOut, () => 1);
      answer.he = s.initWeights("he", fanIn, fanOut, () => 1);
      answer.draws = s.initWeights("he", fanIn, fanOut, () => ++k);
    });
    written("gradNormByDepth", () => {
      answer.norms = s.gradNormByDepth(Ws, x, kit.act(act));
    });
    if (answer.unwritten.length === 2) throw todo;
    return answer;
  },
  parts: ({ equals, holds }) => ({
    zeros: onceWritten(
      "initWeights",
      equals((data) => filled(data, 0)),
    ),
    xavier: onceWritten(
      "initWeights",
      equals((data) => filled(data, xavier(data)), { share: 2 }),
    ),
    he: onceWritten(
      "initWeights",
      equals((data) => filled(data, he(data)), { share: 2 }),
    ),
    draws: onceWritten(
      "initWeights",
      holds(
        record({ draws: list(list(number)) }),
        ({ draws }) =>
          new Set(draws.flat()).size === draws.flat().length ||
          "two weights come from the same draw: ask normal() anew for each of them",
      ),
    ),
    norms: onceWritten(
      "gradNormByDepth",
      equals((_data, truth) => (truth.gradient("zs") as Vec[]).map(norm), { share: 6 }),
    ),
  }),
  slips: [
    {
      id: "variance-for-deviation",
      say: "xavier multiplies by the variance; a draw is scaled by the standard deviation, its root",
      answers: (data) => ({ xavier: filled(data, xavier(data) ** 2) }),
    },
    {
      id: "variance-for-deviation",
      say: "he multiplies by the variance; a draw is scaled by the standard deviation, its root",
      answers: (data) => ({ he: filled(data, he(data) ** 2) }),
    },
    {
      id: "fan-swapped",
      say: "he divides by fanOut; a z adds up fanIn products, so fanIn decides how large it gets",
      answers: (data) => ({ he: filled(data, Math.sqrt(2 / data.fanOut)) }),
    },
    {
      id: "schemes-swapped",
      say: "xavier and he are exchanged: he looks at fanIn alone, xavier at both",
      answers: (data) => ({ xavier: filled(data, he(data)), he: filled(data, xavier(data)) }),
    },
    {
      id: "missing-factor",
      say: "he lacks the factor 2: relu silences half of its inputs, and the 2 makes up for it",
      answers: (data) => ({ he: filled(data, Math.sqrt(1 / data.fanIn)) }),
    },
    {
      id: "one-draw",
      say: "one draw serves the whole matrix, so all units of a layer begin alike: ask normal() anew for each weight",
      answers: (data) => ({ draws: filled(data, he(data)) }),
    },
    {
      id: "rows-for-columns",
      say: "the matrices have shape (fanIn, fanOut); each output has a row of its own, so (fanOut, fanIn) is wanted",
      answers: (data) => {
        const turned = { fanIn: data.fanOut, fanOut: data.fanIn };
        return {
          zeros: filled(turned, 0),
          xavier: filled(turned, xavier(data)),
          he: filled(turned, he(data)),
        };
      },
    },
    {
      id: "wrong-index",
      say: "the norms begin with the last layer; the first layer's comes first",
      answers: (data) => ({ norms: norms(data).reverse() }),
    },
    {
      id: "norms-of-dh",
      say: "the norms are those of the gradient by h; dS/dz is one step further, behind the slope of the activation",
      answers: (data) => ({ norms: norms(data, { size: (_dz, dh) => norm(dh) }) }),
    },
    {
      id: "act-deriv-at-output",
      say: "the slope of the activation is asked at its output h; it belongs to its input z",
      answers: (data) => ({ norms: norms(data, { slope: (z) => act(data.act).df(act(data.act).f(z)) }) }),
    },
    {
      id: "missing-act-deriv",
      say: "the gradient passes the activations unchanged: each of them multiplies it by its slope",
      answers: (data) => ({ norms: norms(data, { slope: () => 1 }) }),
    },
    {
      id: "wrong-norm",
      say: "norms holds squared lengths: the root is missing",
      answers: (data) => ({ norms: norms(data, { size: (dz) => norm(dz) ** 2 }) }),
    },
    {
      id: "wrong-norm",
      say: "norms adds up absolute values; the length is the root of the sum of squares",
      answers: (data) => ({
        norms: norms(data, { size: (dz) => dz.reduce((sum, d) => sum + Math.abs(d), 0) }),
      }),
    },
  ],
  hints: [
    "How large does a sum of fanIn products get? And for the norms: which gradient do you know before you start?",
    "S moves one for one with each last h. Then, layer by layer: times the slope at z, note the length, times the matrix from the left.",
    "dz[i] = upstream[i] * g.df(z[i]); the norm is Math.hypot(...dz); the next upstream[j] adds dz[i] * W[i][j] over i.",
  ],
});
