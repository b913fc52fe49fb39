// exercise: 05-two-modes/chain-cost
export function chainCost(widths: number[]) {
  const known = new Map<string, number>();
  const best = (from: number, to: number): number => {
    if (to - from < 2) return 0;
    const key = `${from} ${to}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    let least = Number.MAX_VALUE;
    for (let k = from + 1; k < to; k++)
      least = Math.min(least, best(from, k) + best(k, to) + widths[from] * widths[k] * widths[to]);
    known.set(key, least);
    return least;
  };
  const walk = (w: number[]) => w.slice(2).reduce((sum, next, i) => sum + w[0] * w[i + 1] * next, 0);
  const [forward, reverse] = [walk(widths), walk([...widths].reverse())];
  const pick = forward === reverse ? "tie" : forward < reverse ? "forward" : "reverse";
  return { reverse, forward, optimal: best(0, widths.length - 1), pick };
}
