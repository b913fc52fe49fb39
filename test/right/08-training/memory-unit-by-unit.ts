// exercise: 08-training/activation-memory
export function activationMemory(widths: number[], batch: number, bytes = 8) {
  const last = widths.length - 1;
  let [parameters, storedValues] = [0, 0];
  for (const [l, width] of widths.entries()) {
    for (let unit = 0; unit < width; unit++) {
      if (l > 0) parameters += 1 + widths[l - 1];
      storedValues += (l === 0 || l === last ? 1 : 2) * batch;
    }
  }
  return { parameters, storedValues, bytes: bytes * storedValues };
}
