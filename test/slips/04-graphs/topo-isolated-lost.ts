// exercise: 04-graphs/topo-order
// slip: isolated-lost
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const incoming = Array.from({ length: n }, () => 0);
  const next: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    incoming[to]++;
    next[from].push(to);
  }
  const named = new Set(edges.flat());
  const order = [...named].filter((node) => incoming[node] === 0);
  for (const node of order) {
    for (const to of next[node]) {
      incoming[to]--;
      if (incoming[to] === 0) order.push(to);
    }
  }
  if (order.length < named.size) throw new Error("a cycle");
  return order;
}
