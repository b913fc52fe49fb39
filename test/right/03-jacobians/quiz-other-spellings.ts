// exercise: 03-jacobians/quiz-layouts
export const quizLayouts = () => ({
  a: "3 × 2",
  b: "(2, 3)",
  c: "3 x 4",
  d: "4X3",
  e: "2 by 6",
  f: "2*4",
  g: "10 × 10",
  h: "[3, 2]",
});
