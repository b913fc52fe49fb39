/** @file Kind: a Jacobian (as 3.3, 3.4). */
import { exercise } from "../../../grader/exercise.ts";

export default exercise<typeof import("./right.ts")>()({
  title: "0.9 The Jacobian of a layer",
  points: 2,
  source: "D17",
  exports: ["layerJacobian"],
  input: (d) => {
    const [rows = 2, columns = 3] = d.sizes(2);
    return { W: d.mat(rows, columns), x: d.vec(columns) };
  },
  model: (p, { of }) => {
    const x = of(p.x);
    return { x, y: of(p.W).matmul(x).softmax() };
  },
  call: (s, { W, x }) => ({ J: s.layerJacobian(W, x) }),
  parts: ({ jacobian }) => ({ J: jacobian("y", "x") }),
  hints: ["Rows are outputs.", "The softmax has a dense Jacobian.", "(diag p − p pᵀ) W"],
});
