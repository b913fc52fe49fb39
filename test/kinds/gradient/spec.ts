/** @file Kind: a gradient step by step, error carried forward (as 7.1 to 7.4). */
import { exercise } from "../../../grader/exercise.ts";

export default exercise<typeof import("./right.ts")>()({
  title: "0.8 Two layers backwards",
  points: 3,
  source: "D16, D18",
  exports: ["backward"],
  input: (d) => {
    const [n = 2, k = 3, m = 4] = d.sizes(3);
    return { W: d.mat(k, n), V: d.mat(m, k), x: d.vec(n), y: d.vec(m) };
  },
  cases: () => ({ "one hidden unit": { W: [[0.5, -1]], V: [[2], [0.3], [1]], x: [1, 0.2], y: [0, 1, 0.5] } }),
  model: (p, { of }) => {
    const [W, V, x] = [of(p.W), of(p.V), of(p.x)];
    const z = W.matmul(x);
    const h = z.tanh();
    const f = V.matmul(h);
    return { W, V, x, z, h, f, loss: f.sub(of(p.y)).square().sum() };
  },
  gives: ({ h, f }) => ({ h, f }),
  call: (s, { W, V, x, y, h, f }) => s.backward(W, V, x, y, h, f),
  parts: ({ gradient }) => ({
    dF: gradient("f"),
    dV: gradient("V"),
    dH: gradient("h"),
    dZ: gradient("z"),
    dW: gradient("W"),
    dX: gradient("x"),
  }),
  hints: ["Begin at dF.", "dH = Vᵀ dF, dZ = (1 − h²) ⊙ dH.", "dW = dZ xᵀ"],
});
