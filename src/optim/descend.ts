/** @file Descent: functions that take parameters and a gradient of the same form to new parameters. */
import { ShapeError, sameShape, showShape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { leavesOf, mapTree, type Tree } from "../transforms/tree.ts";

/**
 * New parameters from old ones and the loss's gradient by them. It remembers its past: make one for each training.
 *
 * @throws {ShapeError} if a gradient has another shape than its parameter
 */
export type Descend = <P extends Tree>(parameters: P, gradient: P) => P;

/** Moves θ, a copy of the entries of one parameter, by g, those of its gradient; steps are counted from 1. */
type Step = (theta: Float64Array, g: Float64Array, step: number) => void;

/**
 * v ← momentum·v − lr·g; θ ← θ + v (heavy ball, Polyak 1964). Without momentum, plain gradient descent.
 *
 * @param options lr: the step size; momentum: the share of the last step that is repeated, 0 ≤ momentum < 1
 */
export function sgd({ lr, momentum = 0 }: { lr: number; momentum?: number }): Descend {
  return eachLeaf((size) => {
    if (momentum === 0)
      return (theta, g) => {
        for (let i = 0; i < theta.length; i++) theta[i]! -= lr * g[i]!;
      };
    const v = new Float64Array(size);
    return (theta, g) => {
      for (let i = 0; i < theta.length; i++) {
        v[i] = momentum * v[i]! - lr * g[i]!;
        theta[i]! += v[i]!;
      }
    };
  });
}

/** Adam (Kingma and Ba, 2015), with bias correction. Steps are about lr long in every entry, whatever the gradient's scale. */
export function adam({ lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 } = {}): Descend {
  return eachLeaf((size) => {
    const [m, v] = [new Float64Array(size), new Float64Array(size)];
    return (theta, g, step) => {
      const [first, second] = [1 - beta1 ** step, 1 - beta2 ** step];
      for (let i = 0; i < theta.length; i++) {
        m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
        v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
        theta[i]! -= (lr * (m[i]! / first)) / (Math.sqrt(v[i]! / second) + eps);
      }
    };
  });
}

/** Runs a rule of its own, with its own memory, for each tensor of the tree. */
function eachLeaf(rule: (size: number) => Step): Descend {
  let rules: Step[] | undefined;
  let step = 0;
  return (parameters, gradient) => {
    const gradients = leavesOf(gradient);
    rules ??= leavesOf(parameters).map((leaf) => rule(leaf.value.data.length));
    const own = rules;
    step++;
    let i = 0;
    return mapTree(parameters, ({ value: { shape, data } }) => {
      const g = gradients[i]!;
      if (!sameShape(shape, g.shape))
        throw new ShapeError(
          `descend: a parameter is ${showShape(shape)} and its gradient ${showShape(g.shape)}; expected the same shape`,
        );
      const theta = data.slice();
      own[i++]!(theta, g.value.data, step);
      return new Tensor({ shape, data: theta });
    });
  };
}
