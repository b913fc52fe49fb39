/** @file Trees of tensors as numbers in lists and objects, and back: so that tensors are checked like any numbers. */
import { ndarray } from "../tensor/ndarray.ts";
import { Tensor } from "../tensor/tensor.ts";
import { mapTree, type Tree } from "../transforms/tree.ts";

export const holdsTensors = (x: unknown): x is Tree =>
  x instanceof Tensor || (typeof x === "object" && x !== null && Object.values(x).some(holdsTensors));

/** Every tensor as nested lists; what is none stays as it is. */
export function listsOf(x: unknown): unknown {
  if (x instanceof Tensor) return x.toList();
  if (Array.isArray(x)) return x.map(listsOf);
  if (typeof x !== "object" || x === null) return x;
  return Object.fromEntries(Object.entries(x).map(([name, part]) => [name, listsOf(part)]));
}

/** Other numbers, in lists, as tensors in the form of the tree. */
export function tensorsLike<X extends Tree>(tree: X, lists: unknown): X {
  const pieces: unknown[] = [];
  const walk = (t: Tree, list: unknown): void => {
    if (t instanceof Tensor) pieces.push(list);
    else for (const [name, part] of Object.entries(t)) walk(part, (list as Record<string, unknown>)[name]);
  };
  walk(tree, lists);
  return mapTree(tree, () => new Tensor(ndarray(pieces.shift() as number)));
}
