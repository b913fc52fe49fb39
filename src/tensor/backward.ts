/** @file The reverse sweep: from one node back to what it was computed from. */
import { add } from "./loops.ts";
import { full, zip } from "./ndarray.ts";
import type { Tensor } from "./tensor.ts";

/**
 * What g, the cotangent of y, owes each of the inputs: g·∂y/∂input.
 *
 * Creation order is a topological order, so the youngest node has no user left when its turn comes.
 * @param g shaped like y; leading axes that y lacks are a batch of cotangents, and the results get them too
 * @param again whether the results are to be differentiated again by what y was computed from. If not, constants take
 *   the place of the nodes, and nothing is recorded but what g brings along
 * @returns shaped like the inputs; zeros for one that y does not depend on
 */
export function pullback(y: Tensor, g: Tensor, inputs: readonly Tensor[], again: boolean): Tensor[] {
  const ends = new Set(inputs);
  // What is older than all inputs depends on none of them.
  const nodes = below(y, Math.min(...inputs.map((input) => input.id)));
  const cotangents = new Map([[y, g]]);
  const seen = (node: Tensor) => (again ? node : node.constant(node.value));
  for (const node of nodes) {
    const cotangent = cotangents.get(node);
    if (!cotangent || ends.has(node)) continue;
    cotangents.delete(node);
    const result = seen(node);
    const operands = node.parents.map(seen);
    node.parents.forEach((parent, i) => {
      if (!nodes.has(parent)) return;
      const owed = node.rule!.vjp[i]!(cotangent, result, ...operands);
      const sofar = cotangents.get(parent);
      cotangents.set(parent, sofar ? sofar.add(owed) : owed);
    });
  }
  const batch = g.shape.slice(0, g.shape.length - y.shape.length);
  return inputs.map((input) => cotangents.get(input) ?? input.constant(full([...batch, ...input.shape], 0)));
}

/** Adds g·∂y/∂v to the grad of every variable v that y was computed from. */
export function backward(y: Tensor, g: Tensor): void {
  const variables = [...below(y)].filter((node) => !node.rule);
  pullback(y, g, variables, false).forEach((owed, i) => {
    const variable = variables[i]!;
    variable.grad = variable.grad ? zip("backward", variable.grad, owed.value, add) : owed.value;
  });
}

/** The tracked nodes that y was computed from, y among them, youngest first; without those older than a node's number. */
export function below(y: Tensor, oldest = 0): Set<Tensor> {
  const found = new Set<Tensor>();
  const open = [y];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!node.tracked || node.id < oldest || found.has(node)) continue;
    found.add(node);
    open.push(...node.parents);
  }
  return new Set([...found].sort((a, b) => b.id - a.id));
}
