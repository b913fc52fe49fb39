// exercise: 03-jacobians/quiz-layouts
// slip: unnamed
export const quizLayouts = () => ({ a: "", b: "", c: "", d: "", e: "", f: "", g: "", h: "" });
