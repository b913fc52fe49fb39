// exercise: 06-losses/quiz-bug-hunt
export function quizBugHunt() {
  return {
    bcePrinted: -1.609438,
    bceCorrect: 1.609438,
    hingePrintedSum: 2,
    hingeReduced: 0,
    dy1NaturalLog: -1.2706143,
    dy1Log10: -0.55182079,
  };
}
