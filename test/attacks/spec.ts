/** @file The exercise that every attack in this folder hands in an answer to: the gradient in w of ½ (tanh(w·x) − y)². */
import { exercise } from "../../grader/exercise.ts";

interface Starter {
  grad(w: number[], x: number[], y: number): number[];
}

export default exercise<Starter>()({
  title: "0.0 One neuron under attack",
  points: 1,
  source: "",
  exports: ["grad"],
  input: (draw) => ({ w: draw.vec(5), x: draw.vec(5), y: draw.real() }),
  model: ({ w, x, y }, { of }) => {
    const weights = of(w);
    return { w: weights, loss: weights.matmul(of(x)).tanh().sub(y).square().mul(0.5) };
  },
  call: (student, { w, x, y }) => ({ grad: student.grad(w, x, y) }),
  // Numbers that the answer got from differences of its own are right here: nothing forbids them.
  parts: ({ gradient }) => ({ grad: gradient("w", "loss", { accept: "near" }) }),
  hints: ["Name t = tanh(w·x).", "Chain rule.", "(t − y)(1 − t²) x"],
});
