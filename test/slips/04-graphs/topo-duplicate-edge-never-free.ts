// exercise: 04-graphs/topo-order
// slip: duplicate-edges
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const incoming = Array.from({ length: n }, () => 0);
  const next = Array.from({ length: n }, () => new Set<number>());
  for (const [from, to] of edges) {
    incoming[to]++;
    next[from].add(to);
  }
  const order: number[] = [];
  for (let node = 0; node < n; node++) if (incoming[node] === 0) order.push(node);
  for (const node of order) {
    for (const to of next[node]) {
      incoming[to]--;
      if (incoming[to] === 0) order.push(to);
    }
  }
  if (order.length < n) throw new Error("a cycle");
  return order;
}
