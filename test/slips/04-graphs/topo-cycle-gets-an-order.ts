// exercise: 04-graphs/topo-order
// slip: cycle-ignored
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const before: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) before[to].push(from);
  const seen = new Set<number>();
  const placed = new Set<number>();
  const order: number[] = [];
  for (let root = 0; root < n; root++) {
    const stack = [root];
    while (stack.length > 0) {
      const node = stack[stack.length - 1];
      seen.add(node);
      const needed = before[node].find((from) => !seen.has(from));
      if (needed !== undefined) stack.push(needed);
      else {
        stack.pop();
        if (!placed.has(node)) order.push(node);
        placed.add(node);
      }
    }
  }
  return order;
}
