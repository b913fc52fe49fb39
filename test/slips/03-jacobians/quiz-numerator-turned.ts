// exercise: 03-jacobians/quiz-layouts
// slip: denominator-layout
export const quizLayouts = () => ({
  a: "2x3",
  b: "2x3",
  c: "3x4",
  d: "4x3",
  e: "2x6",
  f: "2x4",
  g: "10x10",
  h: "3x2",
});
