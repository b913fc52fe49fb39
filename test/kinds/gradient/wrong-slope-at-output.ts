type Vec = number[];
type Mat = number[][];
const outer = (a: Vec, b: Vec): Mat => a.map((ai) => b.map((bj) => ai * bj));
const back = (W: Mat, g: Vec): Vec =>
  W[0]!.map((_, j) => W.reduce((sum, row, i) => sum + row[j]! * g[i]!, 0));

export function backward(W: Mat, V: Mat, x: Vec, y: Vec, h: Vec, f: Vec) {
  const dF = f.map((fi, i) => 2 * (fi - y[i]!));
  const dV = outer(dF, h);
  const dH = back(V, dF);
  const dZ = dH.map((d, i) => d * (1 - Math.tanh(h[i]!) ** 2));
  const dW = outer(dZ, x);
  return { dF, dV, dH, dZ, dW, dX: back(W, dZ) };
}
