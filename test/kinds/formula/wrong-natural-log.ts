export function derivations(): { dSigmoid: string; dLog10: string } {
  return { dSigmoid: "s - s^2", dLog10: "u^(-1)" };
}
