export function topoOrder(n: number, edges: [number, number][]): number[] {
  const before: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) before[to]!.push(from);
  const seen = new Set<number>();
  const order: number[] = [];
  const visit = (start: number) => {
    const stack = [start];
    while (stack.length) {
      const node = stack.at(-1)!;
      seen.add(node);
      const open = before[node]!.find((from) => !seen.has(from));
      if (open !== undefined) stack.push(open);
      else if (order.includes(stack.pop()!)) continue;
      else order.push(node);
    }
  };
  for (let node = 0; node < n; node++) if (!seen.has(node)) visit(node);
  return order;
}
