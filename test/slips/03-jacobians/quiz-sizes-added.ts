// exercise: 03-jacobians/quiz-layouts
// slip: unnamed
export const quizLayouts = () => ({
  a: "3x2",
  b: "2x3",
  c: "3x4",
  d: "4x3",
  e: "2x5",
  f: "2x4",
  g: "10x10",
  h: "3x2",
});
