// exercise: 04-graphs/cs-graph
export function csGraph(x1: number, x2: number, x3: number) {
  const s = Math.sin(x1);
  const u = x1 + s;
  const l = Math.log10(u);
  const m = Math.max(x2, x3);
  const p = l * m;
  const y = 2 * p;
  const dx1 = (2 * m * (1 + Math.cos(x1))) / (Math.LN10 * u);
  const dx2 = x2 > x3 ? 2 * l : 0;
  const grad: [number, number, number] = [dx1, dx2, 2 * l - dx2];
  return { nodes: { s, u, l, m, p, y }, grad };
}
