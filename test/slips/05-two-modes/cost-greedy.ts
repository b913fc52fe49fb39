// exercise: 05-two-modes/chain-cost
// slip: greedy
export function chainCost(widths: number[]) {
  const m = widths.length - 1;
  let [reverse, forward] = [0, 0];
  for (let i = 1; i < m; i++) {
    reverse += widths[m] * widths[i] * widths[i - 1];
    forward += widths[i + 1] * widths[i] * widths[0];
  }
  const pick = reverse < forward ? "reverse" : forward < reverse ? "forward" : "tie";
  let [optimal, left] = [0, widths];
  while (left.length > 2) {
    const prices = left.slice(1, -1).map((w, i) => left[i] * w * left[i + 2]);
    const least = Math.min(...prices);
    const at = prices.indexOf(least) + 1;
    optimal += least;
    left = left.filter((_, i) => i !== at);
  }
  return { reverse, forward, optimal, pick };
}
