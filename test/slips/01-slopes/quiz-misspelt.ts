// exercise: 01-slopes/quiz-shapes
// slip: unnamed
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "jump",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "multi-modal",
    thinQuadratic: "ravine",
  };
}
