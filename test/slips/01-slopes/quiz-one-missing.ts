// exercise: 01-slopes/quiz-shapes
// slip: unnamed
export function quizShapes() {
  return {
    square: "smooth",
    relu: "kink",
    sign: "jump",
    huber: "smooth",
    farSigmoid: "flat",
    sinePlusSquare: "multimodal",
    thinQuadratic: "ravine",
  };
}
