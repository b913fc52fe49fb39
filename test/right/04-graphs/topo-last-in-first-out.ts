// exercise: 04-graphs/topo-order
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const waits = new Map<number, number>();
  const next = new Map<number, number[]>();
  for (let node = 0; node < n; node++) {
    waits.set(node, 0);
    next.set(node, []);
  }
  for (const [from, to] of edges) {
    waits.set(to, waits.get(to)! + 1);
    next.get(from)!.push(to);
  }
  const free = [...waits.keys()].filter((node) => waits.get(node) === 0);
  const order: number[] = [];
  while (free.length > 0) {
    const node = free.pop()!;
    order.push(node);
    for (const to of next.get(node)!) {
      waits.set(to, waits.get(to)! - 1);
      if (waits.get(to) === 0) free.push(to);
    }
  }
  if (order.length !== n) throw new Error(`${n - order.length} nodes wait for each other`);
  return order;
}
