/** @file 4.3 An order in which every node comes after those it needs. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 4.3 · 1 point · about 12 minutes
 *
 * A graph has n nodes, numbered 0 to n - 1. An edge [from, to] says that node `to` needs node `from`.
 *
 * Return all n numbers, each once, in an order in which every node comes after those it needs. Any such order
 * will do. If there is a cycle, no order exists: throw an Error.
 *
 * An edge may be listed twice, and some nodes have no edges. Graphs reach 20,000 nodes: the time must grow in
 * proportion to nodes plus edges, and a function that calls itself for each node goes too deep.
 *
 * Example: for n = 3 and edges [[2, 0], [0, 1]] the only order is [2, 0, 1].
 */
export function topoOrder(n: number, edges: [from: number, to: number][]): number[] {
  // TODO: which nodes can go first, and who can follow once they have gone?
  throw new NotImplementedError("topoOrder");
}
