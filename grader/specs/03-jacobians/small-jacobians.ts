/** @file 3.1 Three small Jacobians. */
import { exercise } from "../../exercise.ts";

type Data = { readonly x: number; readonly v: number[]; readonly w: number[] };

export default exercise<typeof import("../../../exercises/03-jacobians/small-jacobians.ts")>()({
  title: "3.1 Three small Jacobians",
  points: 1,
  source: "C16",
  exports: ["smallJacobians"],
  input: (d): Data => ({ x: d.real(1.5, 4), v: d.vec(2, 1.5, 3), w: d.vec(d.pick([3, 4, 5]), -2, 2) }),
  cases: (): Record<string, Data> => ({ "negative numbers": { x: -2, v: [-3, 0.5], w: [-1, 2, -0.5] } }),
  worked: [
    ["cs434-vector-by-scalar", "cs434-scalar-by-vector", "cs434-jacobian-2x2"],
    // Each of the three slides has one of the derivatives; what it does not set is filled in.
    (given, expected) => ({
      input: {
        x: given.has("w") || expected.has("jacobian") ? 1.5 : given.num("x"),
        v: expected.has("jacobian") ? given.vec("x") : [2, 3],
        w: given.has("w") ? given.vec("w") : [1, -2, 3],
      },
      answer: {
        ...(expected.has("dy_dx_column") && { vecByScalar: expected.mat("dy_dx_column") }),
        ...(expected.has("dy_dx_row") && { scalarByVec: expected.mat("dy_dx_row") }),
        ...(expected.has("jacobian") && { vecByVec: expected.mat("jacobian") }),
      },
    }),
  ],
  model: (p, { of, stack }) => {
    const [x, v, w] = [of(p.x), of(p.v), of(p.w)];
    const u = of(p.w.map(() => 0)); // the slope by u is the same at every u
    return {
      ...{ x, u, v },
      "y of x": stack([x.mul(-5), x.square()]),
      "s of u": w.matmul(u),
      "y of v": stack([v.at(0).mul(-5).add(v.at(1)), v.at(0).square()]),
    };
  },
  call: (s, { x, v, w }) => s.smallJacobians(x, v, w),
  parts: ({ jacobian }) => ({
    vecByScalar: jacobian("y of x", "x"),
    scalarByVec: jacobian("s of u", "u"),
    vecByVec: jacobian("y of v", "v"),
  }),
  slips: [
    {
      id: "transposed",
      say: "vecByScalar lies on its side: y has two outputs, and each output has a row of its own",
      answers: ({ x }) => ({ vecByScalar: [[-5, 2 * x]] }),
    },
    {
      id: "transposed",
      say: "scalarByVec stands upright: s is a single output, so there is a single row, with one column for each input",
      answers: ({ w }) => ({ scalarByVec: w.map((wk) => [wk]) }),
    },
    {
      id: "transposed",
      say: "vecByVec has rows and columns exchanged: a row belongs to one output, and shows how each input moves it",
      answers: ({ v }) => ({
        vecByVec: [
          [-5, 2 * v[0]!],
          [1, 0],
        ],
      }),
    },
    {
      id: "wrong-shape",
      say: "vecByScalar is a plain list: a matrix is a list of rows, even if each row holds one number",
      answers: ({ x }) => ({ vecByScalar: [-5, 2 * x] }),
    },
    {
      id: "wrong-shape",
      say: "scalarByVec is a plain list: a matrix with one row is a list that holds one list",
      answers: ({ w }) => ({ scalarByVec: w }),
    },
    {
      id: "value-for-gradient",
      say: "vecByScalar holds y itself; asked is how fast each entry of y moves with x",
      answers: ({ x }) => ({ vecByScalar: [[-5 * x], [x * x]] }),
    },
    {
      id: "factor-2",
      say: "the square has lost its 2: x² moves by 2x, and v1² by 2·v1",
      answers: ({ x, v }) => ({
        vecByScalar: [[-5], [x]],
        vecByVec: [
          [-5, 1],
          [v[0], 0],
        ],
      }),
    },
    {
      id: "wrong-index",
      say: "vecByVec: the second output is v1², so its slope stands in the column of v1, and v2 does not move it",
      answers: ({ v }) => ({
        vecByVec: [
          [-5, 1],
          [0, 2 * v[0]!],
        ],
      }),
    },
  ],
  hints: [
    "How many outputs are there each time? That many rows. How many inputs? So long is each row.",
    "Write one row for each output, and in it the slope of this output by every input, in order.",
    "vecByScalar is [[-5], [2 * x]], scalarByVec has the one row w, and vecByVec is [[-5, 1], [?, 0]].",
  ],
});
