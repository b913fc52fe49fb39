/** @file 2.3 The toy network forwards. */
import { makeKit } from "../../cell/kit.ts";
import { exercise } from "../../exercise.ts";
import { acts, TOY_NETWORKS, type ToyInput, toyInput, toyNetwork } from "../../model/toy-network.ts";

const { act } = makeKit();

/** The forward pass with some of its pieces replaced: what a slip in them would answer. */
function forward(
  { beta, omega, x, acts }: ToyInput,
  {
    from = x,
    layer = (k: number, h: number) => beta[k]! + omega[k]! * h,
    name = (k: number) => acts[k]!,
  } = {},
) {
  const [f, h]: number[][] = [[], [from]];
  for (let k = 0; k < 4; k++) {
    f!.push(layer(k, h![k]!));
    if (k < 3) h!.push(act(name(k)).f(f![k]!));
  }
  return { f, h };
}

export default exercise<typeof import("../../../exercises/02-toy-networks/toy-forward.ts")>()({
  title: "2.3 The toy network forwards",
  points: 1,
  source: "D10",
  exports: ["toyForward"],
  input: (d): ToyInput => ({
    beta: d.vec(4),
    omega: d.vec(4),
    x: d.real(),
    y: d.real(),
    acts: acts(d.pick(["sin-exp-cos", "tanh-cos-sigmoid", "relu-sin-tanh"])),
  }),
  cases: () => ({
    "pre-activations of exactly 0": {
      beta: [-0.5, 0, 0.3, 0.2],
      omega: [1, 0.7, -0.4, 0.9],
      x: 0.5,
      y: 0.25,
      acts: acts("relu"),
    },
  }),
  worked: [
    TOY_NETWORKS,
    (given, expected) => ({
      input: toyInput(given),
      answer: {
        f: expected.vec("f"),
        h: [given.num("x"), ...expected.vec("h1_h2_h3")],
        loss: expected.num("loss"),
      },
    }),
  ],
  model: toyNetwork,
  call: (s, { beta, omega, x, y, acts }, kit) =>
    s.toyForward({ beta, omega }, x, y, [kit.act(acts[0]).f, kit.act(acts[1]).f, kit.act(acts[2]).f]),
  parts: ({ value, equals }) => ({
    f: value("f", { share: 2 }),
    h: value("h", { share: 2 }),
    loss: value("loss", { share: 2 }),
    x: equals(({ x }) => x),
    y: equals(({ y }) => y),
  }),
  slips: [
    {
      id: "off-by-one-layer",
      say: "h begins with h1: the course calls the input x h[0], so h has 4 entries like f",
      answers: (_input, right) => ({ h: (right.value("h") as number[]).slice(1) }),
    },
    {
      id: "wrong-cache",
      say: "each layer reads f[k-1], the value before the activation; it should read h[k], the value after it",
      answers: (data) => ({ f: forward(data, { name: () => "identity" }).f }),
    },
    {
      id: "extra-activation",
      say: "an activation follows f[3] on the way to the loss; the prediction is f[3] itself",
      answers: ({ y, acts }, right) => ({
        loss: (act(acts[2]).f((right.value("f") as number[])[3]!) - y) ** 2,
      }),
    },
    {
      id: "wrong-loss",
      say: "loss is the residual f[3] - y; it should be its square",
      answers: ({ y }, right) => ({ loss: (right.value("f") as number[])[3]! - y }),
    },
    {
      id: "factor-2",
      say: "loss is half of the squared residual; the toy network's loss has no 1/2",
      answers: (_input, right) => ({ loss: (right.value("loss") as number) / 2 }),
    },
    {
      id: "wrong-loss",
      say: "loss is the residual without its sign; it should be its square",
      answers: ({ y }, right) => ({ loss: Math.abs((right.value("f") as number[])[3]! - y) }),
    },
    {
      id: "extra-activation",
      say: "x goes through an activation before the first layer; h[0] is x itself",
      answers: (data) => forward(data, { from: act(data.acts[0]).f(data.x) }),
    },
    {
      id: "weight-for-bias",
      say: "beta and omega are exchanged: omega[k] is multiplied by h[k], and beta[k] is added",
      answers: (data) => forward(data, { layer: (k, h) => data.omega[k]! + data.beta[k]! * h }),
    },
    {
      id: "wrong-activation",
      say: "every layer uses the first activation; layer k has its own, acts[k]",
      answers: (data) => forward(data, { name: () => data.acts[0] }),
    },
    {
      id: "prediction-for-truth",
      say: "y holds the prediction f[3]; it is the truth that was passed in, handed on for the way back",
      answers: (_input, right) => ({ y: (right.value("f") as number[])[3]! }),
    },
  ],
  hints: [
    "What is h[0]? With that settled, every one of the four layers does the same two things.",
    "Count: four numbers f, but only three activations. Which f is never given to one?",
    "For k = 0..3: push beta[k] + omega[k]·h[k] to f; if k < 3, push acts[k](f[k]) to h.",
  ],
});
