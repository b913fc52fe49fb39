export function topoOrder(n: number, edges: [number, number][]): number[] {
  const incoming = Array.from({ length: n }, () => 0);
  const next: number[][] = incoming.map(() => []);
  for (const [from, to] of edges) {
    incoming[to]!++;
    next[from]!.push(to);
  }
  const order = [...new Set(edges.map(([from]) => from))].filter((node) => incoming[node] === 0);
  for (const node of order) for (const to of next[node]!) if (--incoming[to]! === 0) order.push(to);
  if (edges.some(([, to]) => incoming[to]! > 0)) throw new Error("a cycle");
  return order;
}
