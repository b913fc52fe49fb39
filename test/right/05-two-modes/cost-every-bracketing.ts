// exercise: 05-two-modes/chain-cost
type Shape = [rows: number, columns: number];
const priceOf = ([a, b]: Shape, [, c]: Shape) => a * b * c;

function cheapest(shapes: Shape[]): number {
  if (shapes.length < 2) return 0;
  const prices = shapes.slice(1).map((right, i) => {
    const joined: Shape = [shapes[i][0], right[1]];
    const left = shapes.slice(0, i);
    return priceOf(shapes[i], right) + cheapest([...left, joined, ...shapes.slice(i + 2)]);
  });
  return Math.min(...prices);
}

export function chainCost(widths: number[]) {
  const shapes = widths.slice(1).map((rows, i): Shape => [rows, widths[i]]);
  shapes.reverse();
  let reverse = 0;
  let done = shapes[0];
  for (const next of shapes.slice(1)) {
    reverse += priceOf(done, next);
    done = [done[0], next[1]];
  }
  let forward = 0;
  done = shapes[shapes.length - 1];
  for (const next of shapes.slice(0, -1).reverse()) {
    forward += priceOf(next, done);
    done = [next[0], done[1]];
  }
  const pick = reverse > forward ? "forward" : reverse < forward ? "reverse" : "tie";
  return { reverse, forward, optimal: cheapest(shapes), pick };
}
