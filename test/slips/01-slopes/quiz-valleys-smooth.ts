// exercise: 01-slopes/quiz-shapes
// slip: valleys-as-smooth
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "jump",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "smooth",
    thinQuadratic: "ravine",
  };
}
