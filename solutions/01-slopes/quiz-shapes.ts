/** @file 1.5 Eight shapes. */

type Label = "smooth" | "kink" | "jump" | "flat" | "multimodal" | "ravine";

export function quizShapes(): Record<
  "square" | "abs" | "relu" | "sign" | "huber" | "farSigmoid" | "sinePlusSquare" | "thinQuadratic",
  Label
> {
  return {
    square: "smooth",
    abs: "kink", // -1 on the left of 0, +1 on the right
    relu: "kink", // 0 on the left, 1 on the right
    sign: "jump", // from -1 to 1 at once; elsewhere its slope is 0, which leads nowhere either
    huber: "smooth", // the parabola's slope at 1 is 1, and so is the line's: two formulas, one slope
    farSigmoid: "flat", // smooth as well, but a slope of almost 0 makes a step of almost 0
    sinePlusSquare: "multimodal", // descent ends in the valley that it starts in
    thinQuadratic: "ravine", // what is a small step along the valley is far too large across it
  };
}
