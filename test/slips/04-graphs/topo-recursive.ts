// exercise: 04-graphs/topo-order
// slip: recursion-depth
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const before: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) before[to].push(from);
  const state = Array.from({ length: n }, () => "new");
  const order: number[] = [];
  const visit = (node: number) => {
    if (state[node] === "done") return;
    if (state[node] === "open") throw new Error("a cycle");
    state[node] = "open";
    for (const from of before[node]) visit(from);
    state[node] = "done";
    order.push(node);
  };
  for (let node = n - 1; node >= 0; node--) visit(node);
  return order;
}
