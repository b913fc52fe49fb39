// exercise: 01-slopes/quiz-shapes
// slip: plateau-as-smooth
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "jump",
    huber: "smooth",
    farSigmoid: "smooth",
    sinePlusSquare: "multimodal",
    thinQuadratic: "ravine",
  };
}
