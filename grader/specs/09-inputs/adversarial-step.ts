/** @file 9.3 The best small change of an input. */
import type { Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { list, number, record } from "../../judge/shape.ts";

type Data = {
  readonly x: Vec;
  readonly grad: Vec;
  readonly eps: number;
  /** It cuts some entries off. */
  readonly box: readonly [number, number];
};
type Norm = "linf" | "l2";

const length = (v: Vec) => Math.sqrt(v.reduce((sum, vk) => sum + vk * vk, 0));
const best: Record<Norm, (data: Data) => Vec> = {
  linf: ({ grad, eps }) => grad.map((g) => eps * Math.sign(g)),
  l2: ({ grad, eps }) => grad.map((g) => (length(grad) > 0 ? (eps * g) / length(grad) : 0)),
};
const plus = (x: Vec, r: Vec) => x.map((xk, k) => xk + r[k]!);
const cut = (x: Vec, [low, high]: Data["box"]) => x.map((xk) => Math.min(Math.max(xk, low), high));
const moved = (norm: Norm, data: Data) => plus(data.x, best[norm](data));
/** What another r gives, without a box and in the box. */
const instead = (norm: Norm, r: (data: Data) => Vec) => (data: Data) => {
  const free = plus(data.x, r(data));
  return { [norm]: free, [`${norm} in the box`]: cut(free, data.box) };
};
const both = (r: (norm: Norm, data: Data) => Vec) => (data: Data) => ({
  ...instead("linf", (d) => r("linf", d))(data),
  ...instead("l2", (d) => r("l2", d))(data),
});
const boxed = (change: (norm: Norm, data: Data) => Vec) => (data: Data) => ({
  "linf in the box": change("linf", data),
  "l2 in the box": change("l2", data),
});
const nan = { $: "NaN" };

export default exercise<typeof import("../../../exercises/09-inputs/adversarial-step.ts")>()({
  title: "9.3 The best small change of an input",
  points: 2,
  source: "M20",
  exports: ["adversarialStep"],
  input: (d: Draw): Data => {
    const n = d.int(4, 6);
    const grad = d.vec(n, 0.2, 3).map((g, k) => (k % 2 ? -g : g));
    // The first two entries stand at the border that they are pushed across, the others far from it.
    const x = grad.map((g, k) => (k < 2 ? 0.5 + 0.49 * Math.sign(g) : d.real(0.35, 0.65)));
    return { x, grad, eps: d.real(0.1, 0.3), box: [0, 1] };
  },
  cases: (): Record<string, Data> => ({
    "a gradient of 0": { x: [0.4, 0.6], grad: [0, 0], eps: 0.25, box: [0, 1] },
    "a slope that is hardly there": { x: [0.4, 0.6], grad: [0.003, -0.004], eps: 0.25, box: [0, 1] },
    "an entry without slope": { x: [0.4, 0.6, 0.9], grad: [3, 0, -4], eps: 0.25, box: [0.5, 0.8] },
  }),
  worked: [
    ["mit-adversarial-linear-softmax"],
    (given, expected) => ({
      input: {
        ...{ x: given.vec("x"), grad: expected.vec("d_log_p_target_dx"), eps: given.num("epsilon") },
        box: [0, 1] as const,
      },
      answer: { linf: expected.vec("linfStep_x"), l2: expected.vec("l2Step_x") },
    }),
  ],
  call: (s, { x, grad, eps, box }) => ({
    linf: s.adversarialStep(x, grad, eps, "linf"),
    l2: s.adversarialStep(x, grad, eps, "l2"),
    "linf in the box": s.adversarialStep(x, grad, eps, "linf", [box[0], box[1]]),
    "l2 in the box": s.adversarialStep(x, grad, eps, "l2", [box[0], box[1]]),
  }),
  parts: ({ equals, holds }) => ({
    linf: equals((data) => moved("linf", data), { share: 2 }),
    l2: equals((data) => moved("l2", data), { share: 2 }),
    "linf in the box": equals((data) => cut(moved("linf", data), data.box)),
    "l2 in the box": equals((data) => cut(moved("l2", data), data.box)),
    "nothing leaves its budget": holds(
      record({ linf: list(number), l2: list(number) }),
      ({ linf, l2 }, { x, eps }) => {
        const [r, s] = [linf, l2].map((to) => to.map((t, k) => t - (x[k] ?? 0))) as [Vec, Vec];
        const [most, far] = [Math.max(...r.map(Math.abs)), length(s)];
        const spent = (norm: string, n: number) =>
          `with ${norm} the size of r is ${+n.toPrecision(4)}, eps is ${+eps.toPrecision(4)}`;
        if (!(most <= eps * (1 + 1e-9))) return spent("linf", most);
        return far <= eps * (1 + 1e-9) || spent("l2", far);
      },
    ),
  }),
  slips: [
    {
      id: "sign",
      say: "the step goes downhill: what grad belongs to is to grow, so r points along the gradient",
      answers: both((norm, data) => best[norm](data).map((r) => -r)),
    },
    {
      id: "norms-exchanged",
      say: "linf and l2 are exchanged: linf limits each entry by itself, l2 the length of the whole",
      answers: both((norm, data) => best[norm === "l2" ? "linf" : "l2"](data)),
    },
    {
      id: "not-normalised",
      say: "with l2 the gradient keeps its own length: divide by that length first, then eps is the length of r",
      answers: instead("l2", ({ grad, eps }) => grad.map((g) => eps * g)),
    },
    {
      id: "not-normalised",
      say: "with l2 the gradient is divided by the square of its length: a square root is missing",
      answers: instead("l2", ({ grad, eps }) => {
        const square = length(grad) ** 2;
        return grad.map((g) => (square ? (eps * g) / square : 0));
      }),
    },
    {
      id: "not-all-spent",
      say: "with linf only the steepest entry spends its budget: every entry has eps for itself, so only the sign of its slope counts",
      answers: instead("linf", ({ grad, eps }) => {
        const most = Math.max(...grad.map(Math.abs));
        return grad.map((g) => (most ? (eps * g) / most : 0));
      }),
    },
    {
      id: "not-all-spent",
      say: "with linf the gradient itself is added: every entry has eps for itself, so only the sign of its slope counts",
      answers: instead("linf", ({ grad, eps }) => grad.map((g) => eps * g)),
    },
    {
      id: "division-by-zero",
      say: "a gradient of 0 has the length 0, and dividing by it gives NaN: there is no direction, so x stays where it is",
      answers: ({ x, grad }) =>
        length(grad) ? {} : { l2: x.map(() => nan), "l2 in the box": x.map(() => nan) },
    },
    {
      id: "zero-moves",
      say: "with linf an entry without slope is moved: nothing is gained there, Math.sign(0) is 0",
      answers: instead("linf", ({ grad, eps }) => grad.map((g) => (g >= 0 ? eps : -eps))),
    },
    {
      id: "zero-moves",
      say: "with linf an entry without slope is moved: nothing is gained there, Math.sign(0) is 0",
      answers: instead("linf", ({ grad, eps }) => grad.map((g) => (g > 0 ? eps : -eps))),
    },
    {
      id: "not-clipped",
      say: "the box is not used: cut off what lies below low or above high",
      answers: boxed(moved),
    },
    {
      id: "clipped-early",
      say: "r is cut off at the box instead of x + r: the box is about the new input",
      answers: boxed((norm, data) => plus(data.x, cut(best[norm](data), data.box))),
    },
    {
      id: "clipped-early",
      say: "x is cut off at the box before r is added: cut at last, so that nothing can leave it again",
      answers: boxed((norm, data) => plus(cut(data.x, data.box), best[norm](data))),
    },
    {
      id: "grown-again",
      say: "what the box cut off is made up for by a longer step elsewhere: the cut comes last, and r may end up shorter than eps",
      answers: boxed((norm, data) => {
        const r = cut(moved(norm, data), data.box).map((to, k) => to - data.x[k]!);
        const size = norm === "l2" ? length(r) : Math.max(...r.map(Math.abs));
        return plus(data.x, size ? r.map((rk) => (data.eps * rk) / size) : r);
      }),
    },
    {
      id: "change-for-input",
      say: "what comes back is r, the change, alone: the changed input x + r is asked for",
      answers: (data) => ({ linf: best.linf(data), l2: best.l2(data) }),
    },
    ...([Math.max, Math.min] as const).map((border, side) => ({
      id: "not-clipped",
      say: `only the ${side ? "upper" : "lower"} end of the box is used: an entry can leave it at either end`,
      answers: boxed((norm, data) => moved(norm, data).map((to) => border(to, data.box[side]!))),
    })),
  ],
  hints: [
    "grad·r is a sum over the entries. If each entry may spend eps, what does each one do? If all share one length, what then?",
    "linf: the sign of each slope, times eps. l2: the gradient, scaled to the length eps; mind a gradient of 0. The box comes last.",
    "r[k] = eps·Math.sign(grad[k]), or eps·grad[k]/|grad|. Then Math.min(Math.max(x[k] + r[k], low), high).",
  ],
});
