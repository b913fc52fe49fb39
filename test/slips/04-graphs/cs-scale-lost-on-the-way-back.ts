// exercise: 04-graphs/cs-graph
// slip: factor-2-partial
export function csGraph(x1: number, x2: number, x3: number) {
  const s = Math.sin(x1);
  const u = x1 + s;
  const l = Math.log10(u);
  const m = Math.max(x2, x3);
  const p = l * m;
  const y = 2 * p;
  const dl = m;
  const dm = l;
  const du = dl / (u * Math.LN10);
  const dx1 = du + du * Math.cos(x1);
  const grad: [number, number, number] = x2 > x3 ? [dx1, dm, 0] : [dx1, 0, dm];
  return { nodes: { s, u, l, m, p, y }, grad };
}
