/** @file 4.1 Four gates: classes that remember their forward pass. */
import { exercise } from "../../exercise.ts";
import type { Node } from "../../model/node.ts";
import { onceWritten } from "../../once-written.ts";

type Pair = [number, number];
type Data = {
  readonly mul: Pair;
  readonly max: Pair;
  readonly add: Pair;
  /** The factor, and what it scales. */
  readonly scale: Pair;
  /** The upstream gradient of each gate. */
  readonly dz: number;
  /** f = (x + y)·z is put together from two gates. */
  readonly xyz: [number, number, number];
};
type Gate = "mul" | "max" | "add" | "scale" | "xyz";
type Backward = { [K in Gate as `d${Capitalize<K>}`]: number[] };
type Values = { [K in "product" | "larger" | "sum" | "scaled"]: number };
type Answer = Partial<Backward> & Partial<Values> & { tie?: number[]; unwritten: string[] };

const wins = ([x, y]: Pair) => x >= y;
const throughBoth = ({ xyz: [x, y, z] }: Data) => [z, z, x + y];
/** What a gate answers if it forgets the upstream gradient. */
const local = ({ mul: [x, y], max, scale: [k] }: Data): Omit<Backward, "dXyz"> => ({
  dMul: [y, x],
  dMax: wins(max) ? [1, 0] : [0, 1],
  dAdd: [1, 1],
  dScale: [k],
});

export default exercise<typeof import("../../../exercises/04-graphs/gates.ts")>()({
  title: "4.1 Four gates",
  points: 2,
  source: "C24, C25",
  exports: ["MultiplyGate", "MaxGate", "AddGate", "ScaleGate"],
  input: (d): Data => {
    const pair = (): Pair => [d.real(0.5, 2), d.pick([-1, 1]) * d.real(2.2, 4)];
    return {
      mul: pair(),
      max: pair(),
      add: pair(),
      scale: [d.real(-3, -1.5), d.real(0.5, 1.3)],
      dz: d.pick([-1, 1]) * d.real(1.3, 2),
      xyz: [d.real(), d.real(), d.real(1.2, 2)],
    };
  },
  worked: [
    ["cs434-multiply-gate", "cs434-gate-rules", "inf721-three-input-graph"],
    (given, expected): { input: Data; answer: Partial<Answer> } => {
      const any: Data = { mul: [3, 2], max: [1, 2], add: [4, 5], scale: [3, 4], dz: 2, xyz: [1, 2, 3] };
      const pair = (gate: string): Pair => [given.num(`${gate}.x`), given.num(`${gate}.y`)];
      if (given.has("dz"))
        return {
          input: { ...any, mul: [given.num("x"), given.num("y")], dz: given.num("dz") },
          answer: { dMul: [expected.num("dx"), expected.num("dy")] },
        };
      if (given.has("z"))
        return {
          input: { ...any, xyz: [given.num("x"), given.num("y"), given.num("z")] },
          answer: { dXyz: ["df_dx", "df_dy", "df_dz"].map((key) => expected.num(key)) },
        };
      const [dz, k] = [given.num("upstream"), given.num("scale.k")];
      return {
        input: { ...any, max: pair("max"), add: pair("add"), scale: [k, given.num("scale.x")], dz },
        answer: {
          dMax: expected.vec("max"),
          dAdd: expected.vec("add"),
          dScale: expected.vec("scale"),
          tie: expected.vec("maxTieFirstWins"),
        },
      };
    },
  ],
  model: (data, { of }) => {
    const pair = (gate: "mul" | "max" | "add") => data[gate].map(of<number>) as [Node, Node];
    const [mul, max, add, scale] = [pair("mul"), pair("max"), pair("add"), of(data.scale[1])];
    const [product, larger, sum] = [mul[0].mul(mul[1]), max[0].max(max[1]), add[0].add(add[1])];
    const scaled = scale.mul(data.scale[0]);
    return {
      ...{ mul, max, add, scale: [scale] },
      ...{ product, larger, sum, scaled },
      ...{ throughMul: product.mul(data.dz), throughMax: larger.mul(data.dz) },
      ...{ throughAdd: sum.mul(data.dz), throughScale: scaled.mul(data.dz) },
    };
  },
  call: (s, { mul, max, add, scale: [k, x], dz, xyz }): Answer => {
    const answer: Answer = { unwritten: [] };
    let todo: unknown;
    const gate = (name: string, run: () => void) => {
      try {
        run();
      } catch (thrown) {
        if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
        answer.unwritten[answer.unwritten.length] = name;
        todo ??= thrown;
      }
    };
    gate("MultiplyGate", () => {
      const [first, other] = [new s.MultiplyGate(), new s.MultiplyGate()];
      first.forward(7, -3); // only the latest forward counts
      answer.product = first.forward(mul[0], mul[1]);
      other.forward(5, -4); // each gate has a memory of its own
      answer.dMul = first.backward(dz);
    });
    gate("MaxGate", () => {
      const [first, other] = [new s.MaxGate(), new s.MaxGate()];
      first.forward(max[1], max[0]);
      answer.larger = first.forward(max[0], max[1]);
      other.forward(max[0], max[0]);
      answer.dMax = first.backward(dz);
      answer.tie = other.backward(dz);
    });
    gate("AddGate", () => {
      const first = new s.AddGate();
      answer.sum = first.forward(add[0], add[1]);
      answer.dAdd = first.backward(dz);
    });
    gate("ScaleGate", () => {
      const [first] = [new s.ScaleGate(k), new s.ScaleGate(1)];
      answer.scaled = first!.forward(x);
      answer.dScale = first!.backward(dz);
    });
    if (answer.unwritten.length === 4) throw todo;
    gate("(x + y)·z", () => {
      const [plus, times] = [new s.AddGate(), new s.MultiplyGate()];
      times.forward(plus.forward(xyz[0], xyz[1]), xyz[2]);
      const [dq, dz] = times.backward(1);
      answer.dXyz = [...plus.backward(dq), dz];
    });
    return answer;
  },
  parts: ({ value, gradient, equals }) => ({
    product: onceWritten("MultiplyGate", value("product")),
    dMul: onceWritten("MultiplyGate", gradient("mul", "throughMul")),
    larger: onceWritten("MaxGate", value("larger")),
    dMax: onceWritten("MaxGate", gradient("max", "throughMax")),
    tie: onceWritten(
      "MaxGate",
      equals(({ dz }) => [dz, 0]),
    ),
    sum: onceWritten("AddGate", value("sum")),
    dAdd: onceWritten("AddGate", gradient("add", "throughAdd")),
    scaled: onceWritten("ScaleGate", value("scaled")),
    dScale: onceWritten("ScaleGate", gradient("scale", "throughScale")),
    dXyz: onceWritten("MultiplyGate", onceWritten("AddGate", equals(throughBoth, { share: 2 }))),
  }),
  slips: [
    {
      id: "swapped-mul",
      say: "MultiplyGate multiplies dz by the input itself; how fast a product moves with one input is said by the other",
      answers: ({ mul: [x, y], dz }) => ({ dMul: [x * dz, y * dz] }),
    },
    {
      id: "shared-memory",
      say: "two MultiplyGates share one memory: the forward of one has overwritten what the other had kept; keep it in this",
      answers: ({ dz }) => ({ dMul: [-4 * dz, 5 * dz] }),
    },
    {
      id: "missing-upstream",
      say: "MultiplyGate returns its local slopes only: each of them is still to be multiplied by dz, the upstream gradient",
      answers: (data) => ({ dMul: local(data).dMul }),
    },
    {
      id: "missing-upstream",
      say: "MaxGate lets 1 through; what it has to hand on is dz, the upstream gradient",
      answers: (data) => ({ dMax: local(data).dMax }),
    },
    {
      id: "missing-upstream",
      say: "AddGate returns its local slopes, 1 and 1: each of them is still to be multiplied by dz, the upstream gradient",
      answers: (data) => ({ dAdd: local(data).dAdd }),
    },
    {
      id: "missing-upstream",
      say: "ScaleGate returns its local slope k only: it is still to be multiplied by dz, the upstream gradient",
      answers: (data) => ({ dScale: local(data).dScale }),
    },
    {
      id: "max-both",
      say: "MaxGate hands dz to both inputs; the smaller one may move a little and the result stays as it is",
      answers: ({ dz }) => ({ dMax: [dz, dz] }),
    },
    {
      id: "max-wrong-branch",
      say: "MaxGate hands dz to the smaller input; it is the larger one that moves the result",
      answers: ({ max, dz }) => ({ dMax: wins(max) ? [0, dz] : [dz, 0] }),
    },
    {
      id: "max-wrong-branch",
      say: "MaxGate always hands dz to its second input, whichever is larger: forward has to keep which one won",
      answers: ({ dz }) => ({ dMax: [0, dz] }),
    },
    {
      id: "max-wrong-branch",
      say: "MaxGate always hands dz to its first input, whichever is larger: forward has to keep which one won",
      answers: ({ dz }) => ({ dMax: [dz, 0] }),
    },
    {
      id: "max-value",
      say: "MaxGate multiplies dz by the larger input; it passes that input on unchanged, so its local slope is 1",
      answers: ({ max, dz }) => ({ dMax: wins(max) ? [max[0] * dz, 0] : [0, max[1] * dz] }),
    },
    {
      id: "kink-convention",
      say: "in a tie MaxGate hands dz to the second input; the course gives it to the first",
      answers: ({ dz }) => ({ tie: [0, dz] }),
    },
    {
      id: "kink-convention",
      say: "in a tie MaxGate shares dz evenly, as some libraries do; the course gives all of it to the first input",
      answers: ({ dz }) => ({ tie: [dz / 2, dz / 2] }),
    },
    {
      id: "kink-convention",
      say: "in a tie MaxGate hands dz to both inputs; the course gives it to the first",
      answers: ({ dz }) => ({ tie: [dz, dz] }),
    },
    {
      id: "add-like-mul",
      say: "AddGate multiplies dz by the other input, as a product would; a sum moves one for one with each input",
      answers: ({ add: [x, y], dz }) => ({ dAdd: [y * dz, x * dz] }),
    },
    {
      id: "add-shares",
      say: "AddGate gives half of dz to each input; nothing is shared out, a sum moves one for one with each of them",
      answers: ({ dz }) => ({ dAdd: [dz / 2, dz / 2] }),
    },
    {
      id: "missing-factor",
      say: "ScaleGate passes dz on unchanged; its result moves k times as fast as x",
      answers: ({ dz }) => ({ dScale: [dz] }),
    },
    {
      id: "gradient-by-constant",
      say: "ScaleGate returns the slope by k, which is x; k is fixed, and the slope by x is asked for",
      answers: ({ scale: [, x], dz }) => ({ dScale: [x * dz] }),
    },
  ],
  hints: [
    "Move one input of each gate by a little and hold the other still. How much does the result move?",
    "Scale scales dz, multiply swaps, max routes, add copies. What must forward keep so that backward can do that?",
    "multiply: [y * dz, x * dz]; max: dz to the one that won, 0 to the other; add: [dz, dz]; scale: [k * dz].",
  ],
});
