/** @file 4.5 Four backward rules, the two with traps on inputs that spring them. */
import type { Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { onceWritten } from "../../once-written.ts";

type Data = {
  readonly logits: number[];
  readonly factors: number[];
  readonly vector: number[];
  /** The upstream gradient of cumsum. */
  readonly gs: number[];
  /** The upstream gradient of the three others. */
  readonly g: readonly [logsumexp: number, prod: number, norm2: number];
};
type Answer = {
  logsumexp?: Vec;
  prod?: Vec;
  cumsum?: Vec;
  norm2?: Vec;
  "norm2 at zeros"?: Vec;
  unwritten: string[];
};

const sum = (x: Vec) => x.reduce((total, xi) => total + xi, 0);
const product = (x: Vec) => x.reduce((total, xi) => total * xi, 1);
const softmax = (x: Vec, largest = Math.max(...x)) => {
  const e = x.map((xi) => Math.exp(xi - largest));
  return e.map((ei) => ei / sum(e));
};
const others = (x: Vec) => x.map((_, i) => product(x.filter((_, j) => j !== i)));
const times = (x: Vec, g: number) => x.map((xi) => xi * g);
const running = (x: Vec) => x.map((_, i) => sum(x.slice(0, i + 1)));
/** As they leave the cell. */
const written = (x: Vec) => x.map((xi) => (Number.isFinite(xi) ? xi : { $: `${xi}` }));
const direction = (x: Vec) => times(x, 1 / Math.hypot(...x));

const data = (d: Draw, said: Partial<Data> = {}): Data => {
  const [k = 3, n = 4, m = 5] = d.sizes(3).map((size) => size + 1);
  const away = (length: number) => d.vec(length, 0.6, 1.7).map((x) => d.pick([-1, 1]) * x);
  return {
    ...{ logits: d.vec(k, -1, 2), factors: away(n), vector: away(m), gs: away(d.int(3, 6)) },
    g: [d.real(1.3, 2), d.real(-2, -1.3), d.real(0.4, 0.8)],
    ...said,
  };
};

export default exercise<typeof import("../../../exercises/04-graphs/backward-rules.ts")>()({
  title: "4.5 Four backward rules",
  points: 2,
  source: "C28",
  exports: ["backwardRules"],
  input: data,
  cases: (d) => ({
    "entries near 1000": data(d, { logits: [1000, 1001, 998.5] }),
    "entries near -1000": data(d, { logits: [-1000, -1001, -999] }),
    "one entry far above the others": data(d, { logits: [0.5, 1000, -1000], vector: [0, -3, 4] }),
    "a product with one 0": data(d, { factors: [2, 0, 3] }),
    "a product with two 0s": data(d, { factors: [0, 0, 3] }),
    "vectors of one entry": data(d, { logits: [0.5], factors: [-2], vector: [-3], gs: [0.7] }),
  }),
  worked: [
    ["pytorch-named-backwards"],
    (given, expected) => ({
      input: {
        logits: given.vec("logsumexp_x"),
        factors: given.vec("prod_x"),
        vector: given.vec("norm2_x"),
        gs: given.vec("cumsum_upstream"),
        g: [1, given.num("prod_upstream"), 1] as const,
      },
      answer: {
        logsumexp: expected.vec("logsumexp_grad"),
        prod: expected.vec("prod_grad"),
        cumsum: expected.vec("cumsum_grad"),
        norm2: expected.vec("norm2_grad"),
      },
    }),
  ],
  model: ({ logits, factors, vector, gs, g }, { of }) => {
    const [x, f, v, s] = [of(logits), of(factors), of(vector), of(gs.map(() => 1))];
    return {
      ...{ logits: x, factors: f, vector: v, summed: s },
      throughLogsumexp: x.logsumexp().mul(g[0]),
      throughProd: f.prod().mul(g[1]),
      throughNorm: v.norm().mul(g[2]),
      throughCumsum: s.cumsum().mul(of(gs)).sum(),
    };
  },
  call: (s, { logits, factors, vector, gs, g }): Answer => {
    const rules = s.backwardRules;
    const answer: Answer = { unwritten: [] };
    let todo: unknown;
    const rule = (name: string, run: () => void) => {
      try {
        run();
      } catch (thrown) {
        if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
        answer.unwritten[answer.unwritten.length] = name;
        todo ??= thrown;
      }
    };
    rule("logsumexp", () => {
      answer.logsumexp = rules.logsumexp(logits, g[0]);
    });
    rule("prod", () => {
      answer.prod = rules.prod(factors, g[1]);
    });
    rule("cumsum", () => {
      answer.cumsum = rules.cumsum(gs);
    });
    rule("norm2", () => {
      answer.norm2 = rules.norm2(vector, g[2]);
      answer["norm2 at zeros"] = rules.norm2([0, 0, 0], g[2]);
    });
    if (answer.unwritten.length === 4) throw todo;
    return answer;
  },
  parts: ({ gradient, equals }) => ({
    logsumexp: onceWritten("logsumexp", gradient("logits", "throughLogsumexp")),
    prod: onceWritten("prod", gradient("factors", "throughProd")),
    cumsum: onceWritten("cumsum", gradient("summed", "throughCumsum")),
    norm2: onceWritten("norm2", gradient("vector", "throughNorm")),
    "norm2 at zeros": onceWritten(
      "norm2",
      equals(() => [0, 0, 0]),
    ),
  }),
  slips: [
    {
      id: "missing-upstream",
      say: "logsumexp returns its local slopes; each is still to be multiplied by g, the upstream gradient",
      answers: ({ logits }) => ({ logsumexp: softmax(logits) }),
    },
    {
      id: "non-finite",
      say: "logsumexp overflows for entries near 1000, and Infinity/Infinity is not a number: take the largest entry off all of them first",
      answers: ({ logits, g }) => ({ logsumexp: written(times(softmax(logits, 0), g[0])) }),
    },
    {
      id: "missing-inner-deriv",
      say: "logsumexp returns exp(x[i]) alone; the outer logarithm brings a division by the sum of all of them",
      answers: ({ logits, g }) => ({ logsumexp: logits.map((x) => g[0] * Math.exp(x)) }),
    },
    {
      id: "missing-upstream",
      say: "prod returns its local slopes; each is still to be multiplied by g, the upstream gradient",
      answers: ({ factors }) => ({ prod: others(factors) }),
    },
    {
      id: "non-finite",
      say: "prod divides the whole product by x[i], and 0/0 is not a number: multiply the others instead",
      answers: ({ factors, g }) => ({ prod: written(factors.map((x) => (g[1] * product(factors)) / x)) }),
    },
    {
      id: "zero-factor",
      say: "as soon as one factor is 0, prod returns only zeros; the slope by that very factor is the product of the others",
      answers: ({ factors, g }) => ({
        prod: times(factors.includes(0) ? factors.map(() => 0) : others(factors), g[1]),
      }),
    },
    {
      id: "zero-factor",
      say: "with two zeros among the factors every slope is 0, since one of them is always among the others; prod skips them all",
      answers: ({ factors, g }) => {
        const rest = product(factors.filter((x) => x !== 0));
        return { prod: factors.map((x, i) => g[1] * (x === 0 ? rest : others(factors)[i]!)) };
      },
    },
    {
      id: "swapped-mul",
      say: "prod multiplies g by x[i] itself; how fast a product moves with one factor is said by the others",
      answers: ({ factors, g }) => ({ prod: times(factors, g[1]) }),
    },
    {
      id: "cumsum-direction",
      say: "cumsum adds from the left, as the forward pass does; x[i] is in z[i] and in the sums behind it, so look from the right",
      answers: ({ gs }) => ({ cumsum: running(gs) }),
    },
    {
      id: "cumsum-direction",
      say: "cumsum adds the right numbers and returns them in reverse order",
      answers: ({ gs }) => ({ cumsum: running([...gs].reverse()) }),
    },
    {
      id: "missing-path",
      say: "cumsum hands g on unchanged, as if x[i] were in z[i] only; it is in all the sums behind it as well",
      answers: ({ gs }) => ({ cumsum: gs }),
    },
    {
      id: "missing-path",
      say: "every entry of cumsum gets the sum of all of g; x[i] is not in the sums before z[i]",
      answers: ({ gs }) => ({ cumsum: gs.map(() => sum(gs)) }),
    },
    {
      id: "missing-upstream",
      say: "norm2 returns its local slopes; each is still to be multiplied by g, the upstream gradient",
      answers: ({ vector }) => ({ norm2: direction(vector) }),
    },
    {
      id: "wrong-function",
      say: "norm2 returns the gradient of the squared norm, 2·x[i]; the square root brings a division by the norm",
      answers: ({ vector, g }) => ({ norm2: times(vector, 2 * g[2]) }),
    },
    {
      id: "missing-factor",
      say: "norm2 returns x times g; how fast the norm moves with x[i] is x[i] divided by the norm",
      answers: ({ vector, g }) => ({ norm2: times(vector, g[2]) }),
    },
    {
      id: "non-finite",
      say: "norm2 divides 0 by 0 at the zero vector, which is not a number; the course takes a gradient of zeros there",
      answers: () => ({ "norm2 at zeros": written([Number.NaN, Number.NaN, Number.NaN]) }),
    },
    {
      id: "missing-division",
      say: "logsumexp still lacks the division by the sum of the exponentials: the slopes of logsumexp add up to 1",
      answers: ({ logits, g }) => ({
        logsumexp: logits.map((x) => g[0] * Math.exp(x - Math.max(...logits))),
      }),
    },
  ],
  hints: [
    "Which outputs does one entry of x move, and by how much each? Begin with cumsum for three entries, written out.",
    "logsumexp: a vector you know from classification. prod: the product of the others. cumsum: sums from the right. norm2: x divided by the norm.",
    "logsumexp: g · exp(x[i] - max) / Σ exp(x[j] - max); prod: g times all x[j] with j ≠ i; cumsum: dx[i] = g[i] + dx[i + 1].",
  ],
});
