/** @file Losses over a batch: mse, logreg, logreg-l2, hinge, huber, softmaxce. */
import type { Draw } from "../../grader/draw.ts";
import type { ModelOps } from "../../grader/model/node.ts";
import { batch } from "./batch.ts";
import { solve } from "./exercise.ts";

type Data = { X: number[][]; y: number[]; w: number[]; b: number };

/** @param low the label of one class; the other is 1, and both are there */
function linearInput(d: Draw, low?: number): Data {
  const { n, sizes } = batch(d, 1);
  const [features = 2] = sizes;
  const y = d.vec(n);
  const labels = y.map((v, i) => (low === undefined ? v : [low, 1][i < 2 ? i : Number(v > 0)]!));
  return { X: d.mat(n, features, -2, 2), y: labels, w: d.vec(features, -1.5, 1.5), b: d.real() };
}
function linearModel(p: Data, { of }: ModelOps) {
  const [w, b, y] = [of(p.w), of(p.b), of(p.y)];
  return { w, b, y, z: of(p.X).matmul(w).add(b) };
}
function crossEntropy(p: Data, ops: ModelOps) {
  const { w, b, y, z } = linearModel(p, ops);
  // −[y ln σ(z) + (1 − y) ln(1 − σ(z))] = softplus(z) − y·z
  return { w, b, z, p: z.sigmoid(), data: z.softplus().sub(y.mul(z)).mean() };
}

export const mse = solve("mean (Xw + b − y)²", {
  input: (d) => linearInput(d),
  model: (p, ops) => {
    const { w, b, y, z } = linearModel(p, ops);
    const r = z.sub(y);
    return { w, b, z, r, loss: r.square().mean() };
  },
  parts: ({ gradient }) => ({ w: gradient("w"), b: gradient("b") }),
});

export const logreg = solve("Logistic regression", {
  input: (d) => linearInput(d, 0),
  model: (p, ops) => {
    const { data, ...model } = crossEntropy(p, ops);
    return { ...model, loss: data };
  },
  parts: ({ gradient }) => ({ w: gradient("w"), b: gradient("b") }),
});

export const logregL2 = solve("Logistic regression with a penalty", {
  // So large that the penalty is a visible part of the gradient.
  input: (d) => ({ ...linearInput(d, 0), lam: d.real(0.05, 0.6) }),
  model: (p, ops) => {
    const { data, ...model } = crossEntropy(p, ops);
    const penalty = model.w
      .square()
      .sum()
      .mul(p.lam / 2);
    return { ...model, data, penalty, loss: data.add(penalty) };
  },
  parts: ({ gradient }) => ({ w: gradient("w"), b: gradient("b") }),
});

export const hinge = solve("mean max(0, 1 − y(Xw + b))", {
  input: (d) => linearInput(d, -1),
  cases: () => ({
    "all three outside the margin or on its wrong side": {
      X: [
        [1.5, -0.4],
        [-0.3, 1.1],
        [2, 0.7],
      ],
      y: [1, -1, 1],
      w: [1.2, -0.5],
      b: 0.3,
    },
  }),
  model: (p, ops) => {
    const { w, b, y, z } = linearModel(p, ops);
    const margin = y.mul(z);
    const each = margin.neg().add(1).relu();
    return { w, b, z, margin, each, loss: each.mean() };
  },
  parts: ({ gradient }) => ({ w: gradient("w"), b: gradient("b") }),
});

export const huber = solve("mean huber(p − t)", {
  input: (d) => {
    const n = d.int(3, 6);
    const delta = d.real(0.5, 1.5);
    // Both sides of both kinks, then what comes.
    const t = d.vec(n, -2, 2);
    const sides = [d.real(1.2, 3), -d.real(1.2, 3), d.real(0.1, 0.8) * d.pick([-1, 1])];
    return { p: t.map((v, i) => v + delta * (sides[i] ?? d.real(-3, 3))), t, delta };
  },
  model: (given, { of }) => {
    const p = of(given.p);
    const r = p.sub(of(given.t));
    // With c = min(|r|, δ): c²/2 + δ(|r| − c) is both branches.
    const size = r.abs();
    const c = size.min(given.delta);
    const each = c.square().div(2).add(size.sub(c).mul(given.delta));
    return { p, r, each, loss: each.mean() };
  },
  parts: ({ gradient }) => ({ p: gradient("p") }),
});

export const softmaxce = solve("mean −log softmax(Z[i])[t[i]]", {
  input: (d) => {
    const { n, sizes } = batch(d, 1);
    const [classes = 2] = sizes;
    return { Z: d.mat(n, classes, -3, 3), t: Array.from({ length: n }, () => d.int(0, classes - 1)) };
  },
  model: (p, { of }) => {
    const Z = of(p.Z);
    const P = Z.softmax();
    const oneHot = of(p.Z.map((row, i) => row.map((_, k) => Number(k === p.t[i]))));
    const chosen = Z.logSoftmax().mul(oneHot).sum(1);
    return { Z, P, loss: chosen.mean().neg() };
  },
  parts: ({ gradient }) => ({ Z: gradient("Z") }),
});
