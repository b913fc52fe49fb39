/** @file Functions into gradient functions. They nest: grad(grad(f)) is the second derivative. */
import { refuse } from "../errors.ts";
import { below, pullback } from "../tensor/backward.ts";
import { full } from "../tensor/ndarray.ts";
import { showShape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { leavesOf, mapTree, type Tree } from "./tree.ts";

/**
 * The value of a scalar function and its gradient by the first argument, a tensor or a tree of tensors.
 *
 * @throws {TypeError} if f does not return a single number
 */
export function valueAndGrad<X extends Tree, Rest extends unknown[]>(
  f: (x: X, ...rest: Rest) => Tensor,
): (x: X, ...rest: Rest) => { value: Tensor; grad: X } {
  return (x, ...rest) => {
    const { y, pull } = record((inner: X) => f(inner, ...rest), x);
    if (y.value.data.length !== 1)
      throw new TypeError(
        `grad: f returned shape ${showShape(y.shape)}; a gradient is of a single number. Look at: sum() or mean(), or jacobian(f).`,
      );
    return { value: y, grad: pull(new Tensor(full(y.shape, 1))) };
  };
}

/** x ↦ ∂f/∂x for a scalar function f, in x's shape or form. */
export function grad<X extends Tree, Rest extends unknown[]>(
  f: (x: X, ...rest: Rest) => Tensor,
): (x: X, ...rest: Rest) => X {
  const both = valueAndGrad(f);
  return (x, ...rest) => both(x, ...rest).grad;
}

/** f(x), and the function that pulls a cotangent g of it back: g ↦ g·∂f/∂x, shaped like x. */
export function vjp<X extends Tree>(f: (x: X) => Tensor, x: X): { value: Tensor; pull: (g: Tensor) => X } {
  const { y, pull } = record(f, x);
  return { value: y, pull };
}

/**
 * f(x), and the tangent ∂f/∂x·v: how f moves when x moves along v, which is shaped like x.
 *
 * The pullback is linear in its cotangent u; pulling v back through that linear function gives the pushforward.
 * @see J. Townsend, "A new trick for calculating Jacobian vector products" (2017)
 */
export function jvp<X extends Tree>(f: (x: X) => Tensor, x: X, v: X): { value: Tensor; tangent: Tensor } {
  const { y, push } = record(f, x);
  return { value: y, tangent: push(v) };
}

/** f at x, with its linear map at hand in both directions; cotangents and tangents may have a leading batch axis. */
export function record<X extends Tree>(f: (x: X) => Tensor, x: X) {
  // Copies, so that x may be tracked by somebody outside: their gradients still pass through.
  const inner = mapTree(x, (leaf) =>
    leaf.tracked ? leaf.reshape(leaf.shape) : new Tensor(leaf.value, true),
  );
  const inputs = leavesOf(inner);
  const recorded = f(inner);
  if (!(recorded instanceof Tensor)) refuse("the value of f", recorded, "a tensor");
  const own = new Set(inputs.filter((input) => !input.rule));
  /** Whether somebody outside may differentiate t by a variable of theirs. */
  const isWanted = (t: Tensor): boolean =>
    t.tracked && [...below(t)].some((node) => !node.rule && !own.has(node));
  const again = isWanted(recorded);
  /** Without what only this record tracked: a gradient must not keep the whole graph alive. */
  const released = (t: Tensor): Tensor => (isWanted(t) ? t : new Tensor(t.value));
  const pullAll = (g: Tensor) => pullback(recorded, g, inputs, again);
  return {
    y: again ? recorded : new Tensor(recorded.value),
    pull(g: Tensor): X {
      const owed = pullAll(g).values();
      return mapTree(x, () => released(owed.next().value!));
    },
    push(v: X): Tensor {
      const u = new Tensor(full(recorded.shape, 0), true);
      own.add(u);
      const owed = pullAll(u);
      const tangents = leavesOf(v).map((tangent, i) => pullback(owed[i]!, tangent, [u], again)[0]!);
      return released(tangents.reduce((sum, tangent) => sum.add(tangent)));
    },
  };
}
