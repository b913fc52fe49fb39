// exercise: 06-losses/quiz-bug-hunt
export function quizBugHunt() {
  return {
    bcePrinted: Math.log(1 - 0.8),
    bceCorrect: -Math.log(1 - 0.8),
    hingePrintedSum: [3.2, 5.1, -1.7].reduce((sum, s, i) => sum + Math.max(0, 1 - (i === 0 ? 1 : 0) * s), 0),
    hingeReduced: 0,
    dy1NaturalLog: (-4 * (1 + Math.cos(5))) / (5 + Math.sin(5)),
    dy1Log10: (-4 * (1 + Math.cos(5))) / ((5 + Math.sin(5)) * Math.LN10),
  };
}
