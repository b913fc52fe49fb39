type Vec = number[];
type Mat = number[][];

export function layerJacobian(W: Mat, x: Vec): Mat {
  const e = W.map((row) => Math.exp(row.reduce((sum, w, j) => sum + w * x[j]!, 0)));
  const total = e.reduce((sum, ei) => sum + ei, 0);
  const p = e.map((ei) => ei / total);
  return W.map((row, i) => row.map((w) => p[i]! * (1 - p[i]!) * w));
}
