/** @file The toy network of lesson 2 as a graph to draw: one node for each of its quantities. */
import type { Act3, ToyCache, ToyGrads, ToyParams } from "../types.ts";
import type { GraphNode } from "./graph-dot.ts";

const at = (numbers: readonly number[] | undefined, k: number) => numbers?.[k];

/**
 * The nodes of a toy network after its forward pass, as drawGraph takes them.
 *
 * @param dacts the slopes of its three activations, for the arrows
 * @param grads what the backward pass gave; without it the gradients stay empty
 */
export function toyGraph(p: ToyParams, c: ToyCache, dacts: Act3, grads?: ToyGrads): GraphNode[] {
  const input = (label: string, data: number, grad: number | undefined): GraphNode => ({
    id: label,
    label,
    data,
    grad,
    parents: [],
  });
  const nodes = [input("x", c.x, grads?.dX)];
  for (let k = 0; k < 4; k++) {
    const [beta, omega, f, h] = [p.beta[k]!, p.omega[k]!, c.f[k]!, c.h[k]!];
    nodes.push(input(`ω${k}`, omega, at(grads?.dOmega, k)), input(`β${k}`, beta, at(grads?.dBeta, k)), {
      id: `f${k}`,
      label: `f${k}`,
      data: f,
      grad: at(grads?.dF, k),
      parents: [k === 0 ? "x" : `h${k}`, `ω${k}`, `β${k}`],
      slopes: [omega, h, 1],
    });
    if (k < 3)
      nodes.push({
        id: `h${k + 1}`,
        label: `h${k + 1}`,
        data: c.h[k + 1]!,
        grad: at(grads?.dH, k + 1),
        parents: [`f${k}`],
        slopes: [dacts[k]!(f)],
      });
  }
  const loss: GraphNode = {
    id: "loss",
    label: "loss",
    data: c.loss,
    grad: grads && 1,
    parents: ["f3"],
    slopes: [2 * (c.f[3]! - c.y)],
  };
  return [...nodes, loss];
}
