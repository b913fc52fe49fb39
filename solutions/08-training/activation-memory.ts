/** @file 8.4 What training must keep in memory. */

export function activationMemory(
  widths: number[],
  batch: number,
  bytes = 8,
): { parameters: number; storedValues: number; bytes: number } {
  let parameters = 0;
  let perExample = widths[0] + widths[widths.length - 1];
  for (let l = 1; l < widths.length; l++) {
    parameters += widths[l] * (widths[l - 1] + 1); // + 1: the bias
    if (l < widths.length - 1) perExample += 2 * widths[l]; // z for the slope of the activation, h for the next weights
  }
  // The parameters are there once; what depends on the example is there for each of them.
  const storedValues = batch * perExample;
  return { parameters, storedValues, bytes: storedValues * bytes };
}
