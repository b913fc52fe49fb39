/** @file Tensors in lists and records, nested: what a function is differentiated by. */
import { refuse } from "../errors.ts";
import { Tensor } from "../tensor/tensor.ts";

export type Tree = Tensor | readonly Tree[] | { readonly [name: string]: Tree };

/** f of every tensor of the tree, in a tree of the same form. */
export function mapTree<T extends Tree>(tree: T, f: (leaf: Tensor) => Tensor): T {
  const map = (t: Tree): Tree => {
    if (t instanceof Tensor) return f(t);
    if (Array.isArray(t)) return t.map(map);
    if (typeof t !== "object" || t === null)
      refuse("what a function is differentiated by", t, "a tensor, or a list or record of tensors,");
    const mapped: Record<string, Tree> = {};
    for (const [name, entry] of Object.entries(t)) mapped[name] = map(entry);
    return mapped;
  };
  return map(tree) as T;
}

export function leavesOf(tree: Tree): Tensor[] {
  const leaves: Tensor[] = [];
  mapTree(tree, (leaf) => {
    leaves.push(leaf);
    return leaf;
  });
  return leaves;
}
