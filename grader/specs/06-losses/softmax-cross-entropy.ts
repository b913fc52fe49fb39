/** @file 6.2 Softmax and cross-entropy together. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { type Data, logits, slips, sumOf } from "./softmax-cross-entropy.slips.ts";

export default exercise<typeof import("../../../exercises/06-losses/softmax-cross-entropy.ts")>()({
  title: "6.2 Softmax and cross-entropy",
  points: 2,
  source: "P05, C02, C10",
  exports: ["softmaxCrossEntropy"],
  input: (d: Draw): Data => {
    const z = d.vec(d.int(3, 5), -2, 2);
    const weights = d.vec(z.length, 0.1, 1);
    return { z, target: weights.map((w) => w / sumOf(weights)) };
  },
  cases: () => ({
    "one right class": { z: [0.4, -1.2, 0.9, 0.1], target: [0, 1, 0, 0] },
    "a p that becomes 0, its target 0 too": { z: [800, -800, 3], target: [1, 0, 0] },
    "all logits far below 0": { z: [-901, -900, -902.5], target: [0.2, 0.5, 0.3] },
    "a p that becomes 0, its target not": { z: [-800, 3, 2], target: [0.25, 0.5, 0.25] },
  }),
  worked: [
    ["softmax-cross-entropy", "softmax-large-logits", "cis7000-classification-heads"],
    (given, expected) => {
      if (given.has("U")) {
        const z = logits(given.mat("U"), given.mat("W"), given.vec("x"));
        return { input: { z, target: [1, 0] }, answer: { p: expected.vec("multiclass_p") } };
      }
      const z = given.vec("z");
      return given.has("softTarget")
        ? {
            input: { z, target: given.vec("softTarget") },
            answer: { p: expected.vec("p"), loss: expected.num("ceSoft"), dz: expected.vec("dCeSoft_dz") },
          }
        : {
            input: { z, target: z.map((_, i) => (i === given.num("oneHotClass") ? 1 : 0)) },
            answer: { p: expected.vec("p"), loss: expected.num("ceOneHot") },
          };
    },
  ],
  model: (data, { of }) => {
    const z = of(data.z);
    return { z, p: z.softmax(), loss: z.logSoftmax().mul(of(data.target)).sum().neg() };
  },
  call: (s, { z, target }) => s.softmaxCrossEntropy(z, target),
  parts: ({ value, gradient }) => ({ p: value("p"), loss: value("loss"), dz: gradient("z") }),
  slips,
  hints: [
    "softmax does not change when all logits lose the same number. Which number keeps every e^z at most 1?",
    "ln p[i] = z[i] - lse with lse = ln of the sum of e^z. Write the loss with it, then differentiate: what is the slope of lse by z[i]?",
    "With m the largest logit: lse = m + ln(sum of e^(z - m)), loss = sum of target·(lse - z), dz = p - target.",
  ],
});
