// exercise: 05-two-modes/chain-cost
// slip: unnamed
export function chainCost(widths: number[]): {
  reverse: number;
  forward: number;
  optimal: number;
  pick: "forward" | "reverse" | "tie";
} {
  const last = widths.length - 1;
  const [input, output] = [widths[0], widths[last]];

  // From the output, what is ready always has `output` rows; from the input it always has `input` columns.
  let [reverse, forward] = [1, 0];
  for (let i = last - 1; i > 0; i--) reverse += output * widths[i] * widths[i - 1];
  for (let i = 1; i < last; i++) forward += widths[i + 1] * widths[i] * input;

  // best[i][j] is the cheapest way from stage i to stage j. The last product of any way joins two shorter
  // stretches at some stage k: their prices, plus one product of shapes w[j]×w[k] and w[k]×w[i].
  const best = widths.map(() => widths.map(() => 0));
  for (let length = 2; length <= last; length++) {
    for (let i = 0; i + length <= last; i++) {
      const j = i + length;
      best[i][j] = Number.POSITIVE_INFINITY;
      for (let k = i + 1; k < j; k++) {
        const price = best[i][k] + best[k][j] + widths[j] * widths[k] * widths[i];
        best[i][j] = Math.min(best[i][j], price);
      }
    }
  }

  const pick = reverse < forward ? "reverse" : forward < reverse ? "forward" : "tie";
  return { reverse, forward, optimal: best[0][last], pick };
}
