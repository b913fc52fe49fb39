/** @file 8.2 The heavy ball: single steps from anywhere, a path on a quadratic, and the border of the learning rate. */
import type { Vec } from "../../../src/types.ts";
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { onceWritten } from "../../once-written.ts";

type Data = {
  readonly theta: number[];
  readonly v: number[];
  readonly grad: number[];
  readonly lr: number;
  readonly alpha: number;
  /** Curvatures of the bowl Σ lambda[i]·theta[i]²/2 on which a path of so many steps begins at theta with v = 0. */
  readonly lambda: number[];
  readonly steps: number;
  readonly bound: readonly [lambdaMax: number, alpha: number];
};
type Answer = { theta?: Vec; v?: Vec; path?: Vec[]; bound?: number; unwritten: string[] };
type Step = (
  theta: number,
  v: number,
  grad: number,
  lr: number,
  alpha: number,
) => readonly [theta: number, v: number];

const heavyBall: Step = (theta, v, grad, lr, alpha) => {
  const step = alpha * v - lr * grad;
  return [theta + step, step];
};
/** What a student who makes this step returns everywhere. */
function stepping({ theta, v, grad, lr, alpha, lambda, steps }: Data, step: Step) {
  const single = theta.map((t, i) => step(t, v[i]!, grad[i]!, lr, alpha));
  let state = theta.map((t) => [t, 0] as readonly [number, number]);
  const path = [theta];
  for (let k = 0; k < steps; k++) {
    state = state.map(([t, w], i) => step(t, w, lambda[i]! * t, lr, alpha));
    path.push(state.map(([t]) => t));
  }
  return { theta: single.map(([t]) => t), v: single.map(([, w]) => w), path };
}
const right = (data: Data) => stepping(data, heavyBall);
const slip = (id: string, say: string, step: Step) => ({
  id,
  say,
  answers: (data: Data) => stepping(data, step),
});
const border = ({ bound: [lambdaMax, alpha] }: Data, factor: (alpha: number) => number) => ({
  bound: factor(alpha) / lambdaMax,
});

export default exercise<typeof import("../../../exercises/08-training/momentum.ts")>()({
  title: "8.2 The heavy ball",
  points: 3,
  source: "M15, M16",
  exports: ["momentumStep", "maxStableLr"],
  input: (d: Draw): Data => {
    const n = d.int(2, 4);
    return {
      ...{ theta: d.vec(n, -3, 3), v: d.vec(n, 0.4, 1.2), grad: d.vec(n, -3, -1) },
      ...{ lr: d.real(0.05, 0.2), alpha: d.real(0.4, 0.95) },
      ...{ lambda: d.vec(n, 0.5, 4), steps: 5, bound: [d.real(2, 50), d.real(0.2, 0.95)] },
    };
  },
  cases: (): Record<string, Data> => ({
    "alpha = 0: plain descent": {
      ...{ theta: [1, -2], v: [0.5, 0.25], grad: [2, -1], lr: 0.1, alpha: 0 },
      ...{ lambda: [1, 3], steps: 3, bound: [4, 0] },
    },
    "alpha = 0.99, and a curvature of 100": {
      ...{ theta: [1, -2], v: [0.5, 0.25], grad: [2, -1], lr: 0.02, alpha: 0.99 },
      ...{ lambda: [1, 100], steps: 4, bound: [100, 0.99] },
    },
  }),
  worked: [
    ["mit-momentum-quadratic", "mit-momentum-optimal"],
    (given, expected): { input: Data; answer: Partial<Answer> } => {
      const any = {
        theta: [10, 1],
        v: [0.5, -0.25],
        grad: [1, 2],
        lr: 0.05,
        alpha: 0.5,
        lambda: [1, 10],
        steps: 6,
      };
      if (given.has("lambdaMax"))
        return {
          input: { ...any, bound: [given.num("lambdaMax"), 0] },
          answer: { bound: expected.num("gdMaxStableEta") },
        };
      return {
        input: {
          ...any,
          ...{ theta: given.vec("theta0"), lr: given.num("eta"), alpha: given.num("momentum") },
          ...{ lambda: given.vec("lambda"), steps: given.num("steps"), bound: [10, 0.5] },
        },
        answer: { path: expected.mat("heavyBall") },
      };
    },
  ],
  call: (s, { theta, v, grad, lr, alpha, lambda, steps, bound }): Answer => {
    const answer: Answer = { unwritten: [] };
    let todo: unknown;
    const written = (name: string, run: () => void) => {
      try {
        run();
      } catch (thrown) {
        if ((thrown as Error | null)?.name !== "NotImplementedError") throw thrown;
        answer.unwritten[answer.unwritten.length] = name;
        todo ??= thrown;
      }
    };
    written("momentumStep", () => {
      const single = s.momentumStep(theta, v, grad, lr, alpha);
      answer.theta = single.theta;
      answer.v = single.v;
      let state = { theta: [...theta], v: theta.map(() => 0) };
      const path = [state.theta];
      for (let k = 0; k < steps; k++) {
        const slope = state.theta.map((t, i) => lambda[i]! * t);
        state = s.momentumStep([...state.theta], [...state.v], slope, lr, alpha);
        path[path.length] = state.theta;
      }
      answer.path = path;
    });
    written("maxStableLr", () => {
      answer.bound = s.maxStableLr(bound[0], bound[1]);
    });
    if (answer.unwritten.length === 2) throw todo;
    return answer;
  },
  parts: ({ equals }) => ({
    theta: onceWritten(
      "momentumStep",
      equals((data) => right(data).theta, { share: 2 }),
    ),
    v: onceWritten(
      "momentumStep",
      equals((data) => right(data).v, { share: 2 }),
    ),
    path: onceWritten(
      "momentumStep",
      equals((data) => right(data).path),
    ),
    bound: onceWritten(
      "maxStableLr",
      equals((data) => border(data, (a) => 2 * (1 + a)).bound, { share: 2 }),
    ),
  }),
  slips: [
    slip(
      "momentum-sign",
      "alpha · v is subtracted, as a slide prints it; v is the last step, and a rolling ball goes on in its direction",
      (theta, v, grad, lr, alpha) => [theta - lr * grad - alpha * v, -lr * grad - alpha * v],
    ),
    slip(
      "old-velocity",
      "theta moves by the old v; make the new v first, and move by that",
      (theta, v, g, lr, alpha) => [theta + v, alpha * v - lr * g],
    ),
    slip(
      "stale-velocity",
      "theta is right, but the old v comes back: the next step would never hear of this one",
      (theta, v, g, lr, alpha) => [theta + alpha * v - lr * g, v],
    ),
    slip(
      "sign",
      "the gradient is added, which climbs: descent subtracts lr · grad",
      (theta, v, g, lr, alpha) => [theta + alpha * v + lr * g, alpha * v + lr * g],
    ),
    slip(
      "formula-variant",
      "v carries the opposite sign here, and is subtracted from theta; in the course's form v is the step itself, minus included",
      (theta, v, g, lr, alpha) => [theta - (alpha * v + lr * g), alpha * v + lr * g],
    ),
    slip(
      "formula-variant",
      "v sums up gradients here, and lr comes in at the end, as in some libraries; in the course's form v is the step itself",
      (theta, v, g, lr, alpha) => [theta - lr * (alpha * v + g), alpha * v + g],
    ),
    slip(
      "formula-variant",
      "the gradient is weighted by 1 - alpha here; in the course's form it enters with lr alone",
      (theta, v, g, lr, alpha) => {
        const step = alpha * v - (1 - alpha) * lr * g;
        return [theta + step, step];
      },
    ),
    slip(
      "no-momentum",
      "the last step is forgotten: alpha · v is missing from the new one",
      (theta, _v, g, lr) => [theta - lr * g, -lr * g],
    ),
    slip(
      "momentum-on-everything",
      "alpha weighs the gradient as well; only the last step is multiplied by it",
      (theta, v, g, lr, alpha) => [theta + alpha * (v - lr * g), alpha * (v - lr * g)],
    ),
    {
      id: "bound-without-momentum",
      say: "maxStableLr is the border of plain descent; momentum moves it",
      answers: (data) => border(data, () => 2),
    },
    {
      id: "bound-shrinks",
      say: "maxStableLr falls as alpha grows; at the border v and the push point in opposite directions, so momentum allows more",
      answers: (data) => border(data, (alpha) => 2 * (1 - alpha)),
    },
    {
      id: "wrong-side",
      say: "lambdaMax multiplies; the steeper the bowl, the smaller lr has to be",
      answers: ({ bound: [lambdaMax, alpha] }) => ({ bound: 2 * (1 + alpha) * lambdaMax }),
    },
    slip(
      "nesterov",
      "theta moves by alpha · (the new v) − lr · grad, which is Nesterov's step; the heavy ball moves by the new v itself",
      (theta, v, g, lr, alpha) => [theta + alpha * (alpha * v - lr * g) - lr * g, alpha * v - lr * g],
    ),
  ],
  hints: [
    "v is a step. Which part of the last one is repeated, and what does the gradient add? For the border: where does a step lead back to?",
    "One list for the new v, one for theta plus the new v. At the border theta becomes -theta, again and again.",
    "v[i] = alpha * v[i] - lr * grad[i]; theta[i] + v[i] with the new v. The border: lr * lambdaMax = 2 * (1 + alpha).",
  ],
});
