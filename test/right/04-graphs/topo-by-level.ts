// exercise: 04-graphs/topo-order
export function topoOrder(n: number, edges: [number, number][]): number[] {
  const incoming = Array.from({ length: n }, () => 0);
  const next: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    incoming[to]++;
    next[from].push(to);
  }
  const level = incoming.map(() => 0);
  let now = incoming.flatMap((count, node) => (count === 0 ? [node] : []));
  let gone = 0;
  while (now.length > 0) {
    gone += now.length;
    const later: number[] = [];
    for (const node of now)
      for (const to of next[node]) {
        level[to] = Math.max(level[to], level[node] + 1);
        if (--incoming[to] === 0) later.push(to);
      }
    now = later;
  }
  if (gone < n) throw new RangeError("cyclic");
  return level.map((_, node) => node).sort((a, b) => level[a] - level[b]);
}
