/** @file 8.3 How weights begin, and gradients by depth. */
import type { Mat, Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";
import type { Node } from "../../model/node.ts";
import { onceWritten } from "../../once-written.ts";
import { type Answer, type Data, filled, he, norm, slips, xavier } from "./init-weights.slips.ts";

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
      answer.draws = s.initWeights("he", fanIn, fanOut, () => {
        k++;
        return (k % 2 ? -0.2 : 0.3) * k;
      });
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
      holds(record({ draws: list(list(number)) }), ({ draws }) => {
        const entries = draws.flat().sort((a, b) => a - b);
        if (new Set(entries).size < entries.length)
          return "two weights come from the same draw: ask normal() anew for each of them";
        const drawn = entries.map((_, i) => (i % 2 ? 0.3 : -0.2) * (i + 1)).sort((a, b) => a - b);
        const scale = entries[0]! / drawn[0]!;
        return (
          entries.every((entry, i) => Math.abs(entry / scale - drawn[i]!) < 1e-9) ||
          "a weight is not its draw times one number: a draw may be negative, or larger than 1, and is scaled as it is"
        );
      }),
    ),
    norms: onceWritten(
      "gradNormByDepth",
      equals((_data, truth) => (truth.gradient("zs") as Vec[]).map(norm), { share: 6 }),
    ),
  }),
  slips,
  hints: [
    "How large does a sum of fanIn products get? And for the norms: which gradient do you know before you start?",
    "S moves one for one with each last h. Then, layer by layer: times the slope at z, note the length, times the matrix from the left.",
    "dz[i] = upstream[i] * g.df(z[i]); the norm is Math.hypot(...dz); the next upstream[j] adds dz[i] * W[i][j] over i.",
  ],
});
