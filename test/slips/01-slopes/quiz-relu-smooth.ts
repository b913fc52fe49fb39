// exercise: 01-slopes/quiz-shapes
// slip: kink-as-smooth
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "smooth",
    sign: "jump",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "multimodal",
    thinQuadratic: "ravine",
  };
}
