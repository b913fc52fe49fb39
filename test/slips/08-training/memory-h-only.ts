// exercise: 08-training/activation-memory
// slip: one-value-per-unit
export function activationMemory(widths: number[], batch: number, bytes = 8) {
  const hidden = widths.slice(1, -1).reduce((a, b) => a + b, 0);
  const [input, output] = [widths[0], widths[widths.length - 1]];
  const parameters = widths.slice(1).reduce((sum, w, l) => sum + w * (widths[l] + 1), 0);
  const storedValues = batch * (input + hidden + output);
  return { parameters, storedValues, bytes: storedValues * bytes };
}
