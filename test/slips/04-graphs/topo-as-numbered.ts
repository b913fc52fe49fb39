// exercise: 04-graphs/topo-order
// slip: unnamed
export function topoOrder(n: number, edges: [number, number][]): number[] {
  if (edges.some(([from, to]) => from === to)) throw new Error("a cycle");
  return Array.from({ length: n }, (_, node) => node);
}
