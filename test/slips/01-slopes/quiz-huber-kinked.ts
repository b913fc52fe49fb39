// exercise: 01-slopes/quiz-shapes
// slip: join-as-kink
export function quizShapes() {
  return {
    square: "smooth",
    abs: "kink",
    relu: "kink",
    sign: "jump",
    huber: "kink",
    farSigmoid: "flat",
    sinePlusSquare: "multimodal",
    thinQuadratic: "ravine",
  };
}
