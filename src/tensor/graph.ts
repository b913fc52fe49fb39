/** @file The computation of a Tensor as plain data, for drawing. */
import { below } from "./backward.ts";
import type { NdArray } from "./ndarray.ts";
import type { Tensor } from "./tensor.ts";

export interface TensorNode {
  readonly id: string;
  /** The name it was given, if any. */
  readonly label: string | undefined;
  /** The operation that computed it; undefined for variables and constants. */
  readonly op: string | undefined;
  readonly data: NdArray;
  /** By backward(); only variables keep theirs. */
  readonly grad: NdArray | undefined;
  readonly parents: readonly string[];
}

/** Every tensor that y was computed from and that gradients need, y last; each stands behind its parents. */
export function tensorGraph(y: Tensor): TensorNode[] {
  const nodes = new Set([y, ...[...below(y)].flatMap((node) => node.parents)]);
  const inOrder = [...nodes].sort((a, b) => a.id - b.id);
  const ids = new Map(inOrder.map((node, i) => [node, `n${i}`]));
  return inOrder.map((node) => ({
    id: ids.get(node)!,
    label: node.label,
    op: node.rule?.name,
    data: node.value,
    grad: node.grad,
    parents: node.parents.map((parent) => ids.get(parent)!),
  }));
}
