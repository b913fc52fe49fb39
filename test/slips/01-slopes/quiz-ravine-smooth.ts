// exercise: 01-slopes/quiz-shapes
// slip: ravine-as-smooth
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "jump",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "multimodal",
    thinQuadratic: "smooth",
  };
}
