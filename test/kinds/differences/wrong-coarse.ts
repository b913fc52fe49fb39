export function numericalGradient(f: (x: number[]) => number, x: number[]): number[] {
  const h = 0.05;
  return x.map((_, i) => {
    const moved = (step: number) => f(x.map((xj, j) => (j === i ? xj + step : xj)));
    return (moved(h) - moved(-h)) / (2 * h);
  });
}
