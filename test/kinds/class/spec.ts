/** @file Kind: classes that remember their forward pass (as 4.1). */
import { exercise } from "../../../grader/exercise.ts";

export default exercise<typeof import("./right.ts")>()({
  title: "0.1 Two gates",
  points: 2,
  source: "C25",
  exports: ["MultiplyGate", "MaxGate"],
  input: (d) => ({ x: d.real(0.5, 2), y: d.real(-2, -0.5), dz: d.real(1, 2) }),
  model: ({ x, y, dz }, { of }) => {
    const [a, b] = [of(x), of(y)];
    const product = a.mul(b);
    return { inputs: [a, b], product, throughProduct: product.mul(dz), throughMax: a.max(b).mul(dz) };
  },
  call: (s, { x, y, dz }) => {
    const [mul, max, tie] = [new s.MultiplyGate(), new s.MaxGate(), new s.MaxGate()];
    max.forward(x, y);
    tie.forward(x, x);
    return {
      product: mul.forward(x, y),
      dMul: mul.backward(dz),
      dMax: max.backward(dz),
      dTie: tie.backward(dz),
    };
  },
  parts: ({ value, gradient, equals }) => ({
    product: value("product"),
    dMul: gradient("inputs", "throughProduct"),
    dMax: gradient("inputs", "throughMax"),
    dTie: equals(({ dz }) => [dz, 0]),
  }),
  slips: [
    {
      id: "swapped-mul",
      say: "dMul is not swapped: each input of a product is multiplied by the other one",
      answers: ({ x, y, dz }) => ({ dMul: [x * dz, y * dz] }),
    },
  ],
  hints: ["What must forward remember?", "mul swaps, max routes.", "[y·dz, x·dz]"],
});
