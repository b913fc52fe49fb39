/** @file 8.2 The heavy ball: single steps from anywhere, a path on a quadratic, and the border of the learning rate. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";
import { onceWritten } from "../../once-written.ts";
import { type Answer, border, type Data, right, slips } from "./momentum.slips.ts";

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
  slips,
  hints: [
    "v is a step. Which part of the last one is repeated, and what does the gradient add? For the border: where does a step lead back to?",
    "One list for the new v, one for theta plus the new v. At the border theta becomes -theta, again and again.",
    "v[i] = alpha * v[i] - lr * grad[i]; theta[i] + v[i] with the new v. The border: lr * lambdaMax = 2 * (1 + alpha).",
  ],
});
