// exercise: 04-graphs/topo-order
// slip: isolated-lost
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const next = new Map<number, number[]>();
  const incoming = new Map<number, number>();
  for (const [from, to] of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
    incoming.set(to, (incoming.get(to) ?? 0) + 1);
  }
  const order = [...next.keys()].filter((node) => !incoming.has(node));
  let left = edges.length;
  for (const node of order) {
    for (const to of next.get(node) ?? []) {
      left--;
      incoming.set(to, (incoming.get(to) ?? 0) - 1);
      if (incoming.get(to) === 0 && next.has(to)) order.push(to);
    }
  }
  if (left > 0) throw new Error("a cycle");
  return order;
}
