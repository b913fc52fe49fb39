/** @file 6.5 Bug hunt: what do the printed formulas say? */

export function quizBugHunt(): Record<
  "bcePrinted" | "bceCorrect" | "hingePrintedSum" | "hingeReduced" | "dy1NaturalLog" | "dy1Log10",
  number
> {
  const [yhat, y] = [0.8, 0];
  const scores = [3.2, 5.1, -1.7];
  const b = [1, 0, 0]; // one-hot, as the slide has it
  const delta = 1;
  // y = 2 log(u) m with u = x1 + sin x1 and m = max(x2, x3): only u moves with x1, and it does so along two routes.
  const [x1, m] = [5, Math.max(-2, -5)];
  const [u, du] = [x1 + Math.sin(x1), 1 + Math.cos(x1)];

  return {
    // A loss below 0 for a confident mistake: a single number gives the lost bracket away.
    bcePrinted: -y * Math.log(yhat) + (1 - y) * Math.log(1 - yhat),
    bceCorrect: -(y * Math.log(yhat) + (1 - y) * Math.log(1 - yhat)),
    // The two zeros of b pay delta each, which the short form forgets. Two formulas "for the same thing", two numbers.
    hingePrintedSum: scores.reduce((sum, s, i) => sum + Math.max(0, delta - b[i] * s), 0),
    hingeReduced: Math.max(0, delta - scores[0]),
    dy1NaturalLog: 2 * m * (1 / u) * du,
    dy1Log10: 2 * m * (1 / (u * Math.LN10)) * du,
  };
}
