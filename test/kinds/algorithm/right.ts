export function topoOrder(n: number, edges: [number, number][]): number[] {
  const incoming = Array.from({ length: n }, () => 0);
  const next: number[][] = incoming.map(() => []);
  for (const [from, to] of edges) {
    incoming[to]!++;
    next[from]!.push(to);
  }
  const order = incoming.flatMap((count, node) => (count === 0 ? [node] : []));
  for (const node of order) for (const to of next[node]!) if (--incoming[to]! === 0) order.push(to);
  if (order.length < n) throw new Error("a cycle");
  return order;
}
