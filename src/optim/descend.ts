/** @file Descent: functions that take parameters and a gradient of the same form to new parameters. */
import { full, map, type NdArray, zip } from "../tensor/ndarray.ts";
import { Tensor } from "../tensor/tensor.ts";
import { leavesOf, mapTree, type Tree } from "../transforms/tree.ts";

/** New parameters from old ones and the loss's gradient by them. It remembers its past: make one for each training. */
export type Descend = <P extends Tree>(parameters: P, gradient: P) => P;

/**
 * v ← momentum·v − lr·g; θ ← θ + v (heavy ball, Polyak 1964). Without momentum, plain gradient descent.
 *
 * @param options lr: the step size; momentum: the share of the last step that is repeated, 0 ≤ momentum < 1
 */
export function sgd({ lr, momentum = 0 }: { lr: number; momentum?: number }): Descend {
  return eachLeaf(() => {
    let v: NdArray | undefined;
    return (_step, g) => {
      const pull = map(g, (gi) => -lr * gi);
      v = v && momentum !== 0 ? zip("sgd", v, pull, (a, b) => momentum * a + b) : pull;
      return v;
    };
  });
}

/** Adam (Kingma and Ba, 2015), with bias correction. Steps are about lr long in every entry, whatever the gradient's scale. */
export function adam({ lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 } = {}): Descend {
  return eachLeaf((leaf) => {
    let [m, v] = [full(leaf.shape, 0), full(leaf.shape, 0)];
    return (step, g) => {
      m = zip("adam", m, g, (a, b) => beta1 * a + (1 - beta1) * b);
      v = zip("adam", v, g, (a, b) => beta2 * a + (1 - beta2) * b * b);
      const [first, second] = [1 - beta1 ** step, 1 - beta2 ** step];
      return zip("adam", m, v, (a, b) => (-lr * (a / first)) / (Math.sqrt(b / second) + eps));
    };
  });
}

/** Runs a rule of its own, with its own memory, for each tensor of the tree; the rule returns what is added to it. */
function eachLeaf(rule: (leaf: NdArray) => (step: number, g: NdArray) => NdArray): Descend {
  let rules: ((step: number, g: NdArray) => NdArray)[] | undefined;
  let step = 0;
  return (parameters, gradient) => {
    const gradients = leavesOf(gradient);
    rules ??= leavesOf(parameters).map((leaf) => rule(leaf.value));
    const own = rules;
    step++;
    let i = 0;
    return mapTree(parameters, (leaf) => {
      const move = own[i]!(step, gradients[i++]!.value);
      return new Tensor(zip("descend", leaf.value, move, (a, b) => a + b));
    });
  };
}
