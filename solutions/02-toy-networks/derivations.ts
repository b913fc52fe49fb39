/** @file 2.6 Six slopes on paper. */

export function derivations(): Record<
  "dSigmoid" | "dTanh" | "dBce_dyhat" | "dBce_dz" | "dHuberInner" | "dLog10",
  string
> {
  return {
    // e^-z / (1 + e^-z)²; one factor 1/(1 + e^-z) is s, the other, e^-z / (1 + e^-z), is 1 - s
    dSigmoid: "s*(1-s)",
    // sinh/cosh with the quotient rule: (cosh² - sinh²)/cosh² = 1 - (sinh/cosh)²
    dTanh: "1-t^2",
    // the minus in front reaches both terms; ln(1-p) has the inner slope -1, which turns the second one round
    dBce_dyhat: "-y/p+(1-y)/(1-p)",
    // the line above times p(1-p): -y(1-p) + (1-y)p, where the two y·p cancel
    dBce_dz: "p-y",
    // the half is there to meet this 2
    dHuberInner: "r",
    // log10(u) = ln(u)/ln(10): a constant factor
    dLog10: "1/(u*ln(10))",
  };
}
