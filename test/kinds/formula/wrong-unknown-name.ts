export function derivations(): { dSigmoid: string; dLog10: string } {
  return { dSigmoid: "sigma(z)(1 - s)", dLog10: "1 / u / ln(10)" };
}
