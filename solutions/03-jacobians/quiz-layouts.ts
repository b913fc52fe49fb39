/** @file 3.6 Eight shapes. */

export function quizLayouts(): Record<"a" | "b" | "c" | "d" | "e" | "f" | "g" | "h", string> {
  return {
    a: "3x2", // numerator layout: outputs down, inputs across
    b: "2x3", // denominator layout: the transpose
    c: "3x4", // MIT turns the derivative of a scalar by a matrix
    d: "4x3", // DS 542 keeps the shape of W, as the course does for gradients
    e: "2x6", // X counts as a list of 6 numbers
    f: "2x4", // so that (1x2) times (2x4) makes the 1x4 of dz/dx
    g: "10x10", // each moves with itself and with none of the others: an identity matrix, not the number 1
    h: "3x2", // 2 outputs, 3 inputs, and this deck puts the inputs down
  };
}
