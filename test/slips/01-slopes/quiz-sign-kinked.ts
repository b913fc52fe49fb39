// exercise: 01-slopes/quiz-shapes
// slip: jump-as-kink
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "kink",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "multimodal",
    thinQuadratic: "ravine",
  };
}
