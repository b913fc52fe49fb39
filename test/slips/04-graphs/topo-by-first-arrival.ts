// exercise: 04-graphs/topo-order
// slip: unnamed
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const incoming = Array.from({ length: n }, () => 0);
  const next: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    incoming[to]++;
    next[from].push(to);
  }
  const order = incoming.flatMap((count, node) => (count === 0 ? [node] : []));
  const seen = new Set(order);
  for (const node of order) {
    for (const to of next[node]) {
      if (!seen.has(to)) order.push(to);
      seen.add(to);
    }
  }
  if (order.length < n) throw new Error("a cycle");
  return order;
}
