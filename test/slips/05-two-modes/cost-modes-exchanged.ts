// exercise: 05-two-modes/chain-cost
// slip: modes-exchanged
export function chainCost(widths: number[]) {
  const m = widths.length - 1;
  const best = widths.map(() => widths.map(() => 0));
  for (let n = 2; n <= m; n++)
    for (let i = 0; i + n <= m; i++) {
      const j = i + n;
      best[i][j] = Infinity;
      for (let k = i + 1; k < j; k++)
        best[i][j] = Math.min(best[i][j], best[i][k] + best[k][j] + widths[i] * widths[k] * widths[j]);
    }
  let [reverse, forward] = [0, 0];
  for (let i = 1; i < m; i++) {
    forward += widths[m] * widths[i] * widths[i - 1];
    reverse += widths[i + 1] * widths[i] * widths[0];
  }
  const pick = reverse < forward ? "reverse" : forward < reverse ? "forward" : "tie";
  return { reverse, forward, optimal: best[0][m], pick };
}
