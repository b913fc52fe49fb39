/** @file 6.4 Binary cross-entropy, from logits. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { type Data, sigmoid, slips, sumOf } from "./bce-with-logits.slips.ts";

export default exercise<typeof import("../../../exercises/06-losses/bce-with-logits.ts")>()({
  title: "6.4 Binary cross-entropy from logits",
  points: 2,
  source: "C10, F03, P05",
  exports: ["bceWithLogits"],
  input: (d: Draw): Data => {
    const z = d.vec(d.int(3, 6), -3, 3);
    return { z, y: [1, 0, ...z.slice(2).map(() => d.pick([0, 1]))] };
  },
  cases: () => ({
    "logits of 1000 and -1000": { z: [1000, -1000, 1000, -1000, 0.5], y: [0, 1, 1, 0, 1] },
    "logits of 40 and -40": { z: [-40, 40, 40, 0.25], y: [1, 0, 1, 0] },
  }),
  worked: [
    ["inf721-logistic-batch", "cis7000-classification-heads"],
    (given, expected) => {
      if (given.has("beta")) {
        const z = sumOf(
          given.mat("W").map((row, i) => {
            const hidden = sigmoid(sumOf(row.map((w, j) => w * given.vec("x")[j]!)));
            return given.vec("beta")[i]! * hidden;
          }),
        );
        const p = expected.num("binary_p_y1");
        return { input: { z: [z], y: [1] }, answer: { loss: -Math.log(p), dz: [p - 1] } };
      }
      const [w, b, y] = [given.vec("w"), given.num("b"), given.vec("y")];
      return {
        input: { z: given.mat("X").map((x) => sumOf(x.map((xj, j) => w[j]! * xj)) + b), y },
        answer: {
          loss: expected.num("L_mean"),
          dz: expected.vec("yhat").map((p, i) => (p - y[i]!) / y.length),
        },
      };
    },
  ],
  model: (data, { of }) => {
    const z = of(data.z);
    return {
      z,
      loss: z
        .softplus()
        .sub(z.mul(of(data.y)))
        .mean(),
    };
  },
  call: (s, { z, y }) => s.bceWithLogits(z, y),
  parts: ({ value, gradient }) => ({ loss: value("loss"), dz: gradient("z") }),
  slips,
  hints: [
    "For y = 1 the cost is -ln σ(z). Write σ(z) as a fraction: what is the logarithm of 1 over something?",
    "For both labels the cost is ln(1 + e^z) - y·z. Take e^z out of the bracket where z is positive, so that only e^-|z| is left.",
    "cost = max(z, 0) - y·z + log1p(exp(-|z|)), its slope σ(z) - y; then divide both by n.",
  ],
});
