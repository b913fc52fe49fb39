// exercise: 04-graphs/topo-order
// slip: unnamed
export function topoOrder(n: number, edges: [number, number][]): number[] {
  throw new Error("a cycle");
}
