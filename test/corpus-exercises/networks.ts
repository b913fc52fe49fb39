/** @file Small networks: toynet, toynet-relu, tanh221, mlp. */
import type { Draw } from "../../grader/draw.ts";
import type { ModelOps, Node } from "../../grader/model/node.ts";
import { batch } from "./batch.ts";
import { solve } from "./exercise.ts";

const K = [0, 1, 2, 3] as const;
type Named<L extends string> = Record<`${L}${(typeof K)[number]}`, number>;
type Toy = { x: number; y: number } & Named<"b"> & Named<"w">;

/** Weights away from 0: no gradient dies of a small weight. */
const toyInput = (d: Draw): Toy => {
  const [b, w] = [d.vec(4), d.vec(4).map((v) => v + 0.5 * Math.sign(v))];
  const named = K.flatMap((k) => [
    [`b${k}`, b[k]],
    [`w${k}`, w[k]],
  ]);
  return { x: d.real(-1.5, 1.5), y: d.real(), ...Object.fromEntries(named) };
};
function toyModel(p: Toy, { of }: ModelOps, act: "tanh" | "relu") {
  const [b0, b1, b2, b3] = [of(p.b0), of(p.b1), of(p.b2), of(p.b3)];
  const [w0, w1, w2, w3] = [of(p.w0), of(p.w1), of(p.w2), of(p.w3)];
  const f0 = b0.add(w0.mul(of(p.x)));
  const h1 = f0.act(act);
  const f1 = b1.add(w1.mul(h1));
  const h2 = f1.act(act);
  const f2 = b2.add(w2.mul(h2));
  const h3 = f2.act(act);
  const f3 = b3.add(w3.mul(h3));
  const loss = f3.sub(p.y).square();
  return { b0, b1, b2, b3, w0, w1, w2, w3, f0, h1, f1, h2, f2, h3, f: f3, loss };
}
/** Every hidden unit alive, or one of them dead: beside a dead one, nothing before it can be told apart. */
const alive: Toy = {
  x: 1.3,
  y: 0.4,
  b0: 0.2,
  w0: 0.9,
  b1: -0.3,
  w1: 1.2,
  b2: 0.5,
  w2: 0.7,
  b3: 0.1,
  w3: -1.1,
};

const toy = (act: "tanh" | "relu") =>
  solve(`The toy network with ${act}`, {
    input: toyInput,
    ...(act === "relu" && {
      cases: () => ({
        "all units alive": alive,
        "all alive, other signs": { ...alive, x: -1.2, w0: -0.8, w1: 0.6, b1: 0.4, w3: 0.9 },
        "the last unit dead": { ...alive, w2: -1.4 },
        "the middle unit dead": { ...alive, w1: -1.2 },
        "the first unit dead": { ...alive, w0: -0.9, b1: 0.7 },
      }),
    }),
    model: (p, ops) => toyModel(p, ops, act),
    parts: ({ gradient }) => ({
      b0: gradient("b0"),
      b1: gradient("b1"),
      b2: gradient("b2"),
      b3: gradient("b3"),
      w0: gradient("w0"),
      w1: gradient("w1"),
      w2: gradient("w2"),
      w3: gradient("w3"),
    }),
  });
export const toynet = toy("tanh");
export const toynetRelu = toy("relu");

export const tanh221 = solve("Two inputs, two hidden units, one output, all tanh", {
  input: (d) => ({ x: d.vec(2), y: d.real(), W1: d.mat(2, 2), b1: d.vec(2), w2: d.vec(2), b2: d.real() }),
  model: (p, { of }) => {
    const [W1, b1, w2, b2] = [of(p.W1), of(p.b1), of(p.w2), of(p.b2)];
    const z1 = W1.matmul(of(p.x)).add(b1);
    const h = z1.tanh();
    const z2 = w2.matmul(h).add(b2);
    const yhat = z2.tanh();
    return { W1, b1, w2, b2, z1, h, z2, yhat, loss: yhat.sub(p.y).square().div(2) };
  },
  parts: ({ gradient }) => ({
    W1: gradient("W1"),
    b1: gradient("b1"),
    w2: gradient("w2"),
    b2: gradient("b2"),
  }),
});

export const mlp = solve("One hidden relu layer, a sigmoid, the mean cross-entropy", {
  input: (d) => {
    const { n, sizes } = batch(d, 2);
    const [features, hidden] = sizes as [number, number];
    return {
      X: d.mat(n, features, -2, 2),
      y: d.vec(n).map((v, i) => (i < 2 ? i : Number(v > 0))),
      W1: d.mat(features, hidden, -1.5, 1.5),
      b1: d.vec(hidden),
      W2: d.vec(hidden, -1.5, 1.5),
      b2: d.real(),
    };
  },
  model: (p, { of }) => {
    const [W1, b1, W2, b2, y] = [of(p.W1), of(p.b1), of(p.W2), of(p.b2), of(p.y)];
    const z1 = of(p.X).matmul(W1).add(b1);
    const a1 = z1.relu();
    const z2: Node<number[]> = a1.matmul(W2).add(b2);
    const loss = z2.softplus().sub(y.mul(z2)).mean();
    return { W1, b1, W2, b2, z1, a1, z2, p: z2.sigmoid(), loss };
  },
  call: (s, p) =>
    s.solve(p, ({ X, y, W1, b1, W2, b2 }) => {
      const losses = X.map((row, i) => {
        const a1 = b1.map((b, j) =>
          Math.max(
            0,
            row.reduce((sum, x, k) => sum + x * W1[k]![j]!, b),
          ),
        );
        const z2 = a1.reduce((sum, a, j) => sum + a * W2[j]!, b2);
        return Math.log1p(Math.exp(-Math.abs(z2))) + Math.max(z2, 0) - y[i]! * z2;
      });
      return losses.reduce((sum, each) => sum + each, 0) / X.length;
    }),
  parts: ({ gradient }) => ({
    W1: gradient("W1"),
    b1: gradient("b1"),
    W2: gradient("W2"),
    b2: gradient("b2"),
  }),
});
