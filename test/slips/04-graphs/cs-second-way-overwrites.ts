// exercise: 04-graphs/cs-graph
// slip: missing-path
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
  const grad: [number, number, number] = [du, 0, 0];
  grad[0] = du * Math.cos(x1);
  grad[x2 > x3 ? 1 : 2] = dm;
  return { nodes: { s, u, l, m, p, y }, grad };
}
