// exercise: 02-toy-networks/derivations
// slip: unnamed
export function derivations() {
  return { dSigmoid: 0.25, dTanh: 1, dBce_dyhat: 0, dBce_dz: 0, dHuberInner: 1, dLog10: 1 };
}
