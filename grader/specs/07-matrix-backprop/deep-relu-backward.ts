/** @file 7.4 A relu network of any depth, backwards. */
import type { Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";
import type { Node } from "../../model/node.ts";
import { type Net, slips } from "./deep-relu-backward.slips.ts";

/** A forward pass, a backward pass, and a copy or two besides. */
const MOST_READS = 6;

function net(d: Draw, widths: readonly number[]): Net {
  const layers = widths.slice(1).map((width, k) => [width, widths[k]!] as const);
  return {
    Omega: layers.map(([rows, columns]) => d.mat(rows, columns)),
    beta: layers.map(([rows]) => d.vec(rows, 0, 0.6)), // mostly above 0, so that units stay alive
    x: d.vec(widths[0]!),
    y: d.vec(widths.at(-1)!),
  };
}

export default exercise<typeof import("../../../exercises/07-matrix-backprop/deep-relu-backward.ts")>()({
  title: "7.4 A relu network of any depth",
  points: 4,
  source: "P14, C07, C22, D04, D16, D18, M10",
  exports: ["deepReluBackward"],
  input: (d: Draw) =>
    net(
      d,
      d.pick([
        [2, 4, 3],
        [3, 5, 2],
        [2, 3, 4, 2],
        [3, 4, 2, 3, 2],
        [2, 3, 4, 3, 2, 3],
      ]),
    ),
  cases: (d): Record<string, Net> => ({
    "a single layer": net(d, [3, 2]),
    "six layers": net(d, [2, 3, 2, 4, 3, 2, 2]),
    "two layers, with units of both signs": {
      Omega: [
        [
          [1, -0.5],
          [-1, 0.75],
          [0.5, 1],
        ],
        [[1, -2, 0.5]],
      ],
      beta: [[0.1, -0.2, 0.3], [0.4]],
      ...{ x: [0.8, -0.4], y: [0.25] },
    },
    "a pre-activation of exactly 0": {
      Omega: [
        [
          [1, -2],
          [0.5, 1],
          [2, 0.5],
        ],
        [
          [1.5, -1, 0.5],
          [0.25, 2, -1],
        ],
      ],
      beta: [
        [0, 0.25, -0.5],
        [0.1, -0.3],
      ],
      ...{ x: [1, 0.5], y: [0.5, -0.25] },
    },
  }),
  worked: [
    ["ds542-deep-relu-matrix", "mit-mlp-relu"],
    (given, expected) =>
      given.has("Omega")
        ? {
            input: {
              Omega: given.mats("Omega"),
              beta: given.mat("beta"),
              x: given.vec("x"),
              y: given.vec("y"),
            },
            answer: {
              loss: expected.num("loss"),
              dOmega: expected.mats("dl_dOmega"),
              dBeta: expected.mat("dl_dbeta"),
              dX: expected.vec("dl_dx"),
            },
          }
        : {
            // No biases on this slide.
            input: {
              Omega: [given.mat("W1"), given.mat("W2")],
              beta: [given.mat("W1").map(() => 0), given.mat("W2").map(() => 0)],
              ...{ x: given.vec("x"), y: given.vec("y") },
            },
            answer: {
              loss: expected.num("J"),
              dOmega: [expected.mat("gradW1_paramShape"), expected.mat("gradW2_paramShape")],
              dBeta: [expected.vec("g3"), expected.vec("g1")],
              dX: expected.vec("g4_dJ_dx"),
            },
          },
  ],
  model: (data, { of }) => {
    const [Omega, beta, x] = [data.Omega.map((W) => of(W)), data.beta.map((b) => of(b)), of(data.x)];
    const h = [x];
    const f: Node<Vec>[] = [];
    for (const [k, W] of Omega.entries()) {
      f.push(W.matmul(h[k]!).add(beta[k]!));
      if (k + 1 < Omega.length) h.push(f[k]!.relu());
    }
    return { Omega, beta, x, f, h, loss: f.at(-1)!.sub(of(data.y)).square().sum() };
  },
  call: (s, { Omega, beta, x, y }, kit) => {
    const watched: ReturnType<typeof kit.watch>[] = [];
    const matrices: number[][][] = [];
    for (let k = 0; k < Omega.length; k++) {
      watched[k] = kit.watch(Omega[k]!);
      matrices[k] = watched[k]!.matrix;
    }
    const answer = s.deepReluBackward(matrices, beta, x, y);
    const reads: number[][][] = [];
    for (let k = 0; k < watched.length; k++) reads[k] = watched[k]!.reads();
    const atZero = s.deepReluBackward(
      [
        [
          [1, -1],
          [0.5, 2],
        ],
        [[3, -2]],
      ],
      [[0, 0.5], [0]],
      [1.5, 1.5],
      [-8],
    );
    return { ...answer, reads, "dX where an f is 0": atZero?.dX };
  },
  parts: ({ value, gradient, holds, equals }) => ({
    loss: value("loss"),
    // The gradient by beta[k] is that by f[k]: what comes before it is then judged by the student's own.
    dBeta: gradient("f", "loss", { share: 3 }),
    dOmega: gradient("Omega", "loss", { share: 4 }),
    dX: gradient("x"),
    "dX where an f is 0": equals(() => [1, 4], { share: 0.5 }),
    "each weight is read a few times only": holds(
      record({ reads: list(list(list(number))) }),
      ({ reads }) => {
        const most = Math.max(...reads.flat(2));
        return (
          (most > 0 && most <= MOST_READS) ||
          (most === 0
            ? "no weight is read at all"
            : `some weight is read ${most} times: one sweep forwards that keeps f and h, and one back, need 2`)
        );
      },
      { share: 2 },
    ),
  }),
  slips,
  hints: [
    "It is the toy network of lesson 2 with arrays. Which two lists must the forward sweep keep for the way back?",
    "From f[k] to h[k]: multiply by the columns of Omega[k]. From h[k] to f[k-1]: let through where f[k-1] > 0.",
    "df at the end is 2(f - y). For k from the last: dBeta[k] = df, dOmega[k][i][j] = df[i]·h[k][j], dh[j] = Σ_i df[i]·Omega[k][i][j], mask.",
  ],
});
