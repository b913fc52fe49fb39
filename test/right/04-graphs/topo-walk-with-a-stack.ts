// exercise: 04-graphs/topo-order
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const next: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) next[from].push(to);
  const state = new Uint8Array(n); // 1: on the way, 2: done
  const visited = next.map(() => 0);
  const done: number[] = [];
  for (let root = 0; root < n; root++) {
    const stack = state[root] === 0 ? [root] : [];
    while (stack.length > 0) {
      const node = stack[stack.length - 1];
      state[node] = 1;
      if (visited[node] === next[node].length) {
        state[node] = 2;
        done.push(node);
        stack.pop();
        continue;
      }
      const to = next[node][visited[node]++];
      if (state[to] === 1) throw new Error("a cycle");
      if (state[to] === 0) stack.push(to);
    }
  }
  return done.reverse();
}
