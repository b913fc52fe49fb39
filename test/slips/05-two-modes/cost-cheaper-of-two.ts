// exercise: 05-two-modes/chain-cost
// slip: two-ways-only
export function chainCost(widths: number[]) {
  const m = widths.length - 1;
  let [reverse, forward] = [0, 0];
  for (let i = 1; i < m; i++) {
    reverse += widths[m] * widths[i] * widths[i - 1];
    forward += widths[i + 1] * widths[i] * widths[0];
  }
  const pick = reverse < forward ? "reverse" : forward < reverse ? "forward" : "tie";
  return { reverse, forward, optimal: Math.min(reverse, forward), pick };
}
