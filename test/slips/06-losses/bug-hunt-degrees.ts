// exercise: 06-losses/quiz-bug-hunt
// slip: unnamed
export function quizBugHunt() {
  return {
    bcePrinted: Math.log(1 - 0.8),
    bceCorrect: -Math.log(1 - 0.8),
    hingePrintedSum: 2,
    hingeReduced: 0,
    dy1NaturalLog: (-4 * (1 + Math.cos((5 * Math.PI) / 180))) / (5 + Math.sin((5 * Math.PI) / 180)),
    dy1Log10: (-4 * (1 + Math.cos(5))) / ((5 + Math.sin(5)) * Math.LN10),
  };
}
