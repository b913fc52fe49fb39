// exercise: 01-slopes/quiz-shapes
// slip: unnamed
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "flat",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "multimodal",
    thinQuadratic: "ravine",
  };
}
