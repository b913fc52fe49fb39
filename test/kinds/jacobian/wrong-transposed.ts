type Vec = number[];
type Mat = number[][];

export function layerJacobian(W: Mat, x: Vec): Mat {
  const e = W.map((row) => Math.exp(row.reduce((sum, w, j) => sum + w * x[j]!, 0)));
  const total = e.reduce((sum, ei) => sum + ei, 0);
  const p = e.map((ei) => ei / total);
  const mean = x.map((_, j) => p.reduce((sum, pi, i) => sum + pi * W[i]![j]!, 0));
  return x.map((_, j) => W.map((row, i) => p[i]! * (row[j]! - mean[j]!)));
}
