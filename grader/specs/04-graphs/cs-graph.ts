/** @file 4.2 A graph with a logarithm to base 10. */
import { exercise } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly x1: number; readonly x2: number; readonly x3: number };
/** What a backward pass with other factors answers: of the logarithm, of the two ways from x1 to u, of the product. */
function grad(
  { x1, x2, x3 }: Data,
  right: Truth,
  slip: { log?: (u: number) => number; ways?: number; swapped?: boolean } = {},
): number[] {
  const [u, l, m] = ["u", "l", "m"].map((name) => right.value(name)) as [number, number, number];
  const { log = (v) => 1 / (v * Math.LN10), ways = 1 + Math.cos(x1), swapped = true } = slip;
  const [dl, dm] = swapped ? [2 * m, 2 * l] : [2 * l, 2 * m];
  return [dl * log(u) * ways, x2 > x3 ? dm : 0, x2 > x3 ? 0 : dm];
}
/** Every value and the gradient, where the sine or the logarithm is another function. */
function all({ x1, x2, x3 }: Data, { unit = 1, ln10 = Math.LN10 }) {
  const s = Math.sin(x1 * unit);
  const u = x1 + s;
  const [l, m] = [Math.log(u) / ln10, Math.max(x2, x3)];
  const dx1 = ((2 * m) / (u * ln10)) * (1 + Math.cos(x1 * unit));
  return {
    ...{ "nodes.s": s, "nodes.u": u, "nodes.l": l, "nodes.p": l * m, "nodes.y": 2 * l * m },
    grad: [dx1, x2 > x3 ? 2 * l : 0, x2 > x3 ? 0 : 2 * l],
  };
}

export default exercise<typeof import("../../../exercises/04-graphs/cs-graph.ts")>()({
  title: "4.2 A graph with a logarithm to base 10",
  points: 2,
  source: "C25, C27",
  exports: ["csGraph"],
  input: (d): Data => {
    const [larger, smaller] = [d.pick([-1, 1]) * d.real(1, 3), d.real(0.3, 1)];
    const pair = [larger, larger - smaller];
    const [x2 = 0, x3 = 0] = d.pick([true, false]) ? pair : pair.reverse();
    return { x1: d.real(2, 6), x2, x3 };
  },
  cases: () => ({
    "x3 is the larger": { x1: 2.5, x2: -1.5, x3: 0.8 },
    "both are positive": { x1: 4, x2: 1.2, x3: 0.5 },
  }),
  worked: [
    ["cs434-graph-log10"],
    (given, expected) => {
      const keys = ["s=sin(x1)", "u=x1+s", "l=log10(u)", "m=max(x2,x3)", "p=l*m", "y=2p"];
      const nodes = keys.map((key) => [`nodes.${key[0]}`, expected.num(`nodes.${key}`)]);
      return {
        input: { x1: given.num("x1"), x2: given.num("x2"), x3: given.num("x3") },
        answer: { ...Object.fromEntries(nodes), grad: expected.vec("grad") },
      };
    },
  ],
  model: (data, { of }) => {
    const x = [of(data.x1), of(data.x2), of(data.x3)] as const;
    const s = x[0].sin();
    const u = x[0].add(s);
    const l = u.log10();
    const m = x[1].max(x[2]);
    const p = l.mul(m);
    const y = p.mul(2);
    return { x, s, u, l, m, p, y, loss: y };
  },
  call: (student, { x1, x2, x3 }) => {
    const { nodes, grad } = student.csGraph(x1, x2, x3) ?? {};
    const { s, u, l, m, p, y } = nodes ?? {};
    const each = { "nodes.s": s, "nodes.u": u, "nodes.l": l, "nodes.m": m, "nodes.p": p, "nodes.y": y };
    return { ...each, grad };
  },
  parts: ({ value, gradient }) => ({
    "nodes.s": value("s"),
    "nodes.u": value("u"),
    "nodes.l": value("l"),
    "nodes.m": value("m"),
    "nodes.p": value("p"),
    "nodes.y": value("y"),
    grad: gradient("x", "loss", { share: 6 }),
  }),
  slips: [
    {
      id: "log-base",
      say: "l is the natural logarithm of u; the graph asks for log10, as the slide does without saying so",
      answers: (data) => all(data, { ln10: 1 }),
    },
    {
      id: "log-base",
      say: "grad[0] lacks a factor, as on the slide: 1/u is the slope of the natural logarithm, and l is a log10",
      answers: (data, right) => ({ grad: grad(data, right, { log: (u) => 1 / u }) }),
    },
    {
      id: "log-base",
      say: "grad[0] has ln 10 on the wrong side: log10 u is ln u divided by ln 10, and so is its slope",
      answers: (data, right) => ({ grad: grad(data, right, { log: (u) => Math.LN10 / u }) }),
    },
    {
      id: "missing-path",
      say: "grad[0] follows only the direct way from x1 to u; there is a second one through the sine, and they add up",
      answers: (data, right) => ({ grad: grad(data, right, { ways: 1 }) }),
    },
    {
      id: "missing-path",
      say: "grad[0] follows only the way through the sine; x1 also enters u directly, and the two ways add up",
      answers: (data, right) => ({ grad: grad(data, right, { ways: Math.cos(data.x1) }) }),
    },
    {
      id: "missing-inner-deriv",
      say: "grad[0] counts the way through the sine as 1; a nudge of x1 moves s by the slope of the sine",
      answers: (data, right) => ({ grad: grad(data, right, { ways: 2 }) }),
    },
    {
      id: "act-deriv-at-output",
      say: "grad[0] asks the slope of the sine at its output s; it belongs to the input, x1",
      answers: (data, right) => ({ grad: grad(data, right, { ways: 1 + Math.cos(Math.sin(data.x1)) }) }),
    },
    {
      id: "sign-partial",
      say: "the way through the sine has the opposite sign in grad[0]: the slope of sin is cos, without a minus",
      answers: (data, right) => ({ grad: grad(data, right, { ways: 1 - Math.cos(data.x1) }) }),
    },
    {
      id: "swapped-mul",
      say: "the product is not swapped: how fast p moves with l is said by m, and how fast it moves with m by l",
      answers: (data, right) => ({ grad: grad(data, right, { swapped: false }) }),
    },
    {
      id: "max-wrong-branch",
      say: "the max hands its gradient to the smaller of x2 and x3; it is the larger one that moves m",
      answers: (data, right) => {
        const [dx1, dx2, dx3] = grad(data, right);
        return { grad: [dx1, dx3, dx2] };
      },
    },
    {
      id: "max-wrong-branch",
      say: "the max always hands its gradient to x2; it belongs to the larger of the two, which may be x3",
      answers: (data, right) => {
        const [dx1 = 0, dx2 = 0, dx3 = 0] = grad(data, right);
        return { grad: [dx1, dx2 + dx3, 0] };
      },
    },
    {
      id: "max-both",
      say: "both x2 and x3 get the gradient of the max; a nudge of the smaller one moves nothing",
      answers: (data, right) => {
        const [dx1 = 0, dx2 = 0, dx3 = 0] = grad(data, right);
        return { grad: [dx1, dx2 + dx3, dx2 + dx3] };
      },
    },
    {
      id: "degrees",
      say: "s is the sine of x1 degrees; here and in Math.sin angles are in radians, so x1 goes in as it is",
      answers: (data) => all(data, { unit: Math.PI / 180 }),
    },
  ],
  hints: [
    "x1 enters twice. Along which two ways does a nudge of it reach u?",
    "Go back from y: scale by 2, swap at the product, route at the max; log10 contributes 1/(u · ln 10).",
    "With gu = 2 · m / (u · Math.LN10), grad[0] = gu · (1 + cos x1); 2 · l goes to the larger of x2 and x3.",
  ],
});
