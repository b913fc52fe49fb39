/** @file 10.2 The op catalogue: every op of the student's class alone, then in formulas of the lectures. */
import type { Draw } from "../../draw.ts";
import { exercise, type Part } from "../../exercise.ts";
import type { Node } from "../../model/node.ts";
import { type OpData as Data, opSlips } from "../../model/op-slips.ts";

const unary = ["neg", "exp", "log", "log10", "sin", "cos", "tanh", "sigmoid", "relu", "abs"] as const;
const binary = ["sub", "div", "max"] as const;
const formulas = ["the log10 graph", "the toy network", "logistic regression"] as const;
type Quantity = (typeof unary | typeof binary | typeof formulas)[number] | "pow" | "with plain numbers";
const quantities: readonly Quantity[] = [...unary, ...binary, "pow", "with plain numbers", ...formulas];

const usual = {
  graph: [3, 1.25, -0.5],
  toy: { beta: [0.3, -0.2, 0.5, 0.1], omega: [0.8, -0.6, 0.7, 1.1], x: 0.9, y: 0.4 },
  logistic: { w: -0.7, b: 0.2, x: 1.1 },
};
const entries: Omit<Data, keyof typeof usual> = {
  a: [-1.3, 0.6, -0.25, 1.7],
  b: [0.75, -1.2, -0.5, 1.4],
  p: [0.35, 2.2, 1.6, 0.8],
  g: [0.5, -1.5, 2, 1.25],
  exponents: [3, 2, -2, 1],
  constant: 0.45,
};
export default exercise<typeof import("../../../exercises/10-engine/value-ops.ts")>()({
  title: "10.2 The op catalogue",
  points: 3,
  source: "C24, C26, C27, C28, D11, F06",
  exports: ["ValueOps"],
  input: (d: Draw): Data => {
    const sign = () => d.pick([-1, 1]);
    const a = d.vec(4, 0.2, 1.8).map((x, i) => (i % 2 ? x : -x));
    return {
      ...{
        a,
        b: d.vec(4, 0.4, 1.6).map((x) => sign() * x),
        p: d.vec(4, 0.2, 3),
        g: d.vec(4, 0.5, 2).map((x) => sign() * x),
      },
      ...{ exponents: [3, 2, -2, d.pick([-1, 4])], constant: d.real(0.3, 0.9) },
      graph: [d.real(2, 6), d.real(0.5, 2), d.real(-2, -0.5)],
      toy: { beta: d.vec(4), omega: d.vec(4, 0.4, 1.2), x: d.real(0.3, 1.3), y: d.real() },
      logistic: { w: d.real(), b: d.real(), x: d.real(0.5, 2) },
    };
  },
  worked: [
    ["cs434-graph-log10", "ds542-toy-A-sin-exp-cos", "ds542-toy-UDL-sin-exp-cos", "inf721-logistic-scalar"],
    (given, expected) => {
      if (given.has("logBase")) {
        const input: Data = {
          ...entries,
          ...usual,
          graph: ["x1", "x2", "x3"].map((name) => given.num(name)),
        };
        const y = expected.num("nodes.y=2p");
        return {
          input,
          answer: { data: { "the log10 graph": y }, "the log10 graph.grad": expected.vec("grad") },
        };
      }
      if (given.has("beta")) {
        const [beta, omega, x, y] = [given.vec("beta"), given.vec("omega"), given.num("x"), given.num("y")];
        const grad = [...expected.vec("dl_dbeta"), ...expected.vec("dl_domega"), expected.num("dl_dx")];
        const input: Data = { ...entries, ...usual, toy: { beta, omega, x, y } };
        return {
          input,
          answer: { data: { "the toy network": expected.num("loss") }, "the toy network.grad": grad },
        };
      }
      const [w, b, x] = [given.num("w"), given.num("b"), given.num("x")];
      const grad = [expected.num("dL_dw"), expected.num("dL_db")];
      const input: Data = { ...entries, ...usual, logistic: { w, b, x } };
      return {
        input,
        answer: { data: { "logistic regression": expected.num("L") }, "logistic regression.grad": grad },
      };
    },
  ],
  model: (data, { of }) => {
    const [graph, beta, omega] = [data.graph, data.toy.beta, data.toy.omega].map((list) =>
      list.map(of<number>),
    ) as [Node[], Node[], Node[]];
    const [x, w, bias] = [of(data.toy.x), of(data.logistic.w), of(data.logistic.b)];
    // Last: a fault in one op is looked at before the formulas that it spoils.
    const [a, b, p, g] = [of(data.a), of(data.b), of(data.p), of(data.g)];
    const of1 = (name: (typeof unary)[number]) =>
      (name === "log" || name === "log10" ? p : a).act(name).mul(g).sum();
    const pow = data.exponents.map((n, i) => a.at(i).pow(n).mul(g.at(i)));
    const [x1, x2, x3] = graph as [Node, Node, Node];
    let h = x;
    for (const [k, act] of (["sin", "exp", "cos", "identity"] as const).entries())
      h = beta[k]!.add(omega[k]!.mul(h)).act(act);
    const c = data.constant;
    const numbers = p.sub(c).div(c).max(c).mul(g).sum();
    const losses: Record<Quantity, Node> = {
      ...(Object.fromEntries(unary.map((name) => [name, of1(name)])) as Record<(typeof unary)[number], Node>),
      sub: a.sub(b).mul(g).sum(),
      div: a.div(b).mul(g).sum(),
      max: a.max(b).mul(g).sum(),
      pow: pow.reduce((sum, term) => sum.add(term)),
      "with plain numbers": numbers,
      "the log10 graph": x1.add(x1.sin()).log10().mul(x2.max(x3)).mul(2),
      "the toy network": h.sub(data.toy.y).square(),
      "logistic regression": w.mul(data.logistic.x).add(bias).sigmoid().log().neg(),
    };
    return { a, b, p, ab: [a, b], graph, toy: [...beta, ...omega, x], logistic: [w, bias], ...losses };
  },
  call: (s, { a, b, p, g, exponents, constant: c, graph, toy, logistic }) => {
    type V = InstanceType<typeof s.ValueOps>;
    const leaves = (numbers: number[]) => {
      const made: V[] = [];
      for (let i = 0; i < numbers.length; i++) made[i] = new s.ValueOps(numbers[i]!);
      return made;
    };
    const data: Record<string, number> = {};
    const answer: Record<string, unknown> = { data };
    /** Backward from a result; the gradients of its leaves, under its name. */
    const keep = (name: string, y: V, from: V[]) => {
      y.backward();
      data[name] = y.data;
      const grads: number[] = [];
      for (let i = 0; i < from.length; i++) grads[i] = from[i]!.grad;
      answer[`${name}.grad`] = grads;
      return grads;
    };
    /** Σ g[i]·op(xs[i]) */
    const weighted = (xs: V[], op: (x: V, i: number) => V) => {
      let sum = op(xs[0]!, 0).mul(g[0]!);
      for (let i = 1; i < xs.length; i++) sum = sum.add(op(xs[i]!, i).mul(g[i]!));
      return sum;
    };
    for (const name of [
      "neg",
      "exp",
      "log",
      "log10",
      "sin",
      "cos",
      "tanh",
      "sigmoid",
      "relu",
      "abs",
    ] as const) {
      const xs = leaves(name === "log" || name === "log10" ? p : a);
      keep(
        name,
        weighted(xs, (x) => x[name]()),
        xs,
      );
    }
    for (const name of ["sub", "div", "max"] as const) {
      const [xs, ys] = [leaves(a), leaves(b)];
      const y = weighted(xs, (x, i) => x[name](ys[i]!));
      const byA = keep(name, y, xs);
      const byB: number[] = [];
      for (let i = 0; i < ys.length; i++) byB[i] = ys[i]!.grad;
      answer[`${name}.grad`] = [byA, byB];
    }
    const bases = leaves(a);
    keep(
      "pow",
      weighted(bases, (x, i) => x.pow(exponents[i]!)),
      bases,
    );
    const positives = leaves(p);
    keep(
      "with plain numbers",
      weighted(positives, (x) => x.sub(c).div(c).max(c)),
      positives,
    );

    const [x1, x2, x3] = leaves(graph) as [V, V, V];
    keep("the log10 graph", x1.add(x1.sin()).log10().mul(x2.max(x3)).mul(2), [x1, x2, x3]);
    const [beta, omega, x] = [leaves(toy.beta), leaves(toy.omega), new s.ValueOps(toy.x)];
    const f = (k: number, h: V) => beta[k]!.add(omega[k]!.mul(h));
    const f3 = f(3, f(2, f(1, f(0, x).sin()).exp()).cos());
    keep("the toy network", f3.sub(toy.y).pow(2), beta.concat(omega, [x]));
    const [w, bias] = leaves([logistic.w, logistic.b]) as [V, V];
    keep("logistic regression", w.mul(logistic.x).add(bias).sigmoid().log().neg(), [w, bias]);

    const at0 = (op: (x: V) => V) => {
      const zero = new s.ValueOps(0);
      op(zero).backward();
      return zero.grad;
    };
    const [left, right] = leaves([2, 2]) as [V, V];
    left.max(right).backward();
    answer["slopes at 0 and at a tie"] = {
      relu: at0((v) => v.relu()),
      abs: at0((v) => v.abs()),
      max: [left.grad, right.grad],
    };
    answer["sigmoid at ±800"] = [new s.ValueOps(-800).sigmoid().data, new s.ValueOps(800).sigmoid().data];
    return answer;
  },
  parts: ({ equals, gradient }) => {
    const wrt = (name: Quantity) => {
      if (name === "log" || name === "log10" || name === "with plain numbers") return "p";
      if (name === "sub" || name === "div" || name === "max") return "ab";
      const leaves = {
        "the log10 graph": "graph",
        "the toy network": "toy",
        "logistic regression": "logistic",
      } as const;
      return name in leaves ? leaves[name as keyof typeof leaves] : "a";
    };
    return {
      data: equals(
        (_input, truth) => Object.fromEntries(quantities.map((name) => [name, truth.value(name)])),
        {
          share: 6,
          rel: 1e-9,
          abs: 1e-12,
        },
      ),
      ...(Object.fromEntries(
        quantities.map((name) => [`${name}.grad`, gradient(wrt(name), name, { share: 1 })]),
      ) as Record<string, Part<unknown>>),
      "slopes at 0 and at a tie": equals(() => ({ relu: 0, abs: 0, max: [1, 0] })),
      "sigmoid at ±800": equals(() => [0, 1]),
    };
  },
  slips: opSlips,
  hints: [
    "Most of these need one thing only: a value and a slope at this.data. Which helper would take both and build the result?",
    "sub is add with neg, div is mul with pow(-1). For exp, tanh and sigmoid, the slope is short in terms of the output.",
    "With one(data, slope) = a result whose only parent is this: tanh is one(t, 1 - t·t), log10 is one(log10 x, 1/(x·ln 10)).",
  ],
});
