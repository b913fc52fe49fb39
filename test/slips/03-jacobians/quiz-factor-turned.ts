// exercise: 03-jacobians/quiz-layouts
// slip: transposed
export const quizLayouts = () => ({
  a: "3x2",
  b: "2x3",
  c: "3x4",
  d: "4x3",
  e: "2x6",
  f: "4x2",
  g: "10x10",
  h: "3x2",
});
