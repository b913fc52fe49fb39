/** @file The reverse sweep: from one node back to what it was computed from. */
import { add } from "./loops.ts";
import { zip } from "./ndarray.ts";
import type { Tensor } from "./tensor.ts";

/**
 * What g, the cotangent of y, owes each of the inputs: g·∂y/∂input, in tensor operations, so that it can be
 * differentiated again.
 *
 * Creation order is a topological order, so the youngest node has no user left when its turn comes.
 * @param g shaped like y; leading axes that y lacks are a batch of cotangents, and the results get them too
 * @returns undefined where y does not depend on the input
 */
export function pullback(y: Tensor, g: Tensor, inputs: readonly Tensor[]): (Tensor | undefined)[] {
  const cotangents = new Map<Tensor, Tensor>([[y, g]]);
  const nodes = between(inputs, y);
  for (const node of nodes) {
    const cotangent = cotangents.get(node);
    if (!cotangent || inputs.includes(node)) continue;
    cotangents.delete(node);
    hand(node, cotangent, node.parents, cotangents, nodes);
  }
  return inputs.map((input) => cotangents.get(input));
}

/** Adds ∂y/∂v to the grad of every variable v below y. Constants take the place of the operands: nothing is recorded. */
export function backward(y: Tensor, g: Tensor): void {
  const cotangents = new Map<Tensor, Tensor>([[y, g]]);
  const nodes = below(y);
  for (const node of nodes) {
    const cotangent = cotangents.get(node);
    if (!cotangent) continue;
    cotangents.delete(node);
    const constants = node.parents.map((p) => p.constant(p.value));
    if (node.rule) hand(node, cotangent, constants, cotangents, nodes);
    else node.grad = node.grad ? zip("backward", node.grad, cotangent.value, add) : cotangent.value;
  }
}

/** Adds what a node owes its operands to their cotangents, for those that take part. */
function hand(
  node: Tensor,
  g: Tensor,
  xs: readonly Tensor[],
  cotangents: Map<Tensor, Tensor>,
  takingPart: ReadonlySet<Tensor>,
): void {
  node.parents.forEach((parent, i) => {
    if (!takingPart.has(parent)) return;
    const owed = node.rule!.vjp[i]!(g, node, ...xs);
    const sofar = cotangents.get(parent);
    cotangents.set(parent, sofar ? sofar.add(owed) : owed);
  });
}

/** The tracked nodes that y was computed from, y among them, youngest first. */
export function below(y: Tensor): Set<Tensor> {
  const found = new Set<Tensor>();
  const open = [y];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!node.tracked || found.has(node)) continue;
    found.add(node);
    open.push(...node.parents);
  }
  return new Set([...found].sort((a, b) => b.id - a.id));
}

/** Those of them that are an input or depend on one. */
function between(inputs: readonly Tensor[], y: Tensor): Set<Tensor> {
  const depends = new Set<Tensor>(inputs);
  const nodes = [...below(y)];
  for (const node of nodes.toReversed()) if (node.parents.some((p) => depends.has(p))) depends.add(node);
  return new Set(nodes.filter((node) => depends.has(node)));
}
