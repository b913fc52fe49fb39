// exercise: 05-two-modes/chain-cost
// slip: unnamed
export function chainCost(widths: number[]) {
  const m = widths.length - 1;
  return { reverse: 0, forward: 0, optimal: 0, pick: "tie" };
}
