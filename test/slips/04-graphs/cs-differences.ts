// exercise: 04-graphs/cs-graph
// slip: finite-difference
export function csGraph(x1: number, x2: number, x3: number) {
  const s = Math.sin(x1);
  const u = x1 + s;
  const l = Math.log10(u);
  const m = Math.max(x2, x3);
  const p = l * m;
  const y = 2 * p;
  const at = (a: number, b: number, c: number) => 2 * Math.log10(a + Math.sin(a)) * Math.max(b, c);
  const h = 1e-6;
  const grad: [number, number, number] = [
    (at(x1 + h, x2, x3) - at(x1 - h, x2, x3)) / (2 * h),
    (at(x1, x2 + h, x3) - at(x1, x2 - h, x3)) / (2 * h),
    (at(x1, x2, x3 + h) - at(x1, x2, x3 - h)) / (2 * h),
  ];
  return { nodes: { s, u, l, m, p, y }, grad };
}
