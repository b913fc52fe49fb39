/** @file 4.2 A graph with a logarithm to base 10. */

export function csGraph(
  x1: number,
  x2: number,
  x3: number,
): { nodes: Record<"s" | "u" | "l" | "m" | "p" | "y", number>; grad: [number, number, number] } {
  const s = Math.sin(x1);
  const u = x1 + s;
  const l = Math.log10(u);
  const m = Math.max(x2, x3);
  const p = l * m;
  const y = 2 * p;

  const dp = 2; // the scale gate scales
  const dl = m * dp; // the product swaps
  const dm = l * dp;
  const du = dl / (u * Math.LN10); // log10 u = ln u / ln 10
  const ds = du; // the sum copies …
  const dx1 = du + ds * Math.cos(x1); // … and x1 has two ways to u: their gradients add up
  const [dx2, dx3] = x2 > x3 ? [dm, 0] : [0, dm]; // the max routes

  return { nodes: { s, u, l, m, p, y }, grad: [dx1, dx2, dx3] };
}
