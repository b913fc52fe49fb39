// exercise: 02-toy-networks/derivations
// slip: unnamed
export function derivations() {
  return {
    dSigmoid: "s*(1-s",
    dTanh: "1-t^2",
    dBce_dyhat: "-y/p+(1-y)/(1-p)",
    dBce_dz: "p-y",
    dHuberInner: "r",
    dLog10: "1/(u*ln(10))",
  };
}
