/** @file The mistakes of 8.2: what each makes of a single step, of a path and of the border. */
import type { Vec } from "../../../src/types.ts";
import type { Slip } from "../../exercise.ts";

export type Data = {
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
export type Answer = { theta?: Vec; v?: Vec; path?: Vec[]; bound?: number; unwritten: string[] };
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
export const right = (data: Data) => stepping(data, heavyBall);
const slip = (id: string, say: string, step: Step) => ({
  id,
  say,
  answers: (data: Data) => stepping(data, step),
});
export const border = ({ bound: [lambdaMax, alpha] }: Data, factor: (alpha: number) => number) => ({
  bound: factor(alpha) / lambdaMax,
});

export const slips: readonly Slip<Data, Answer>[] = [
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
  slip(
    "sign",
    "theta subtracts v, the step, which has its minus inside: add it",
    (theta, v, g, lr, alpha) => [theta - alpha * v + lr * g, alpha * v - lr * g],
  ),
  slip(
    "learning-rate-lost",
    "v takes the whole gradient: the learning rate lr says how much of it",
    (theta, v, g, _lr, alpha) => [theta + alpha * v - g, alpha * v - g],
  ),
  slip(
    "momentum-undamped",
    "the last step is repeated in full; alpha says which part of it",
    (theta, v, g, lr) => [theta + v - lr * g, v - lr * g],
  ),
  slip(
    "returns-the-step",
    "theta is the step alone: the new theta is the old one, moved by it",
    (_theta, v, g, lr, alpha) => [alpha * v - lr * g, alpha * v - lr * g],
  ),
  slip("not-moved", "theta comes back as it was: it moves by the new v", (theta, v, g, lr, alpha) => [
    theta,
    alpha * v - lr * g,
  ]),
  {
    id: "wrong-side",
    say: "maxStableLr lacks lambdaMax: the steeper the bowl, the smaller lr has to be",
    answers: ({ bound: [, alpha] }) => ({ bound: 2 * (1 + alpha) }),
  },
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
];
