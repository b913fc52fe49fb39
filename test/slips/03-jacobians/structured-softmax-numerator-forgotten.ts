// exercise: 03-jacobians/structured-jacobians
// slip: missing-path
import type { Fn1, Vec } from "gradbook";

export function structuredJacobians(df: Fn1, z: Vec) {
  const e = z.map((zi) => Math.exp(zi - Math.max(...z)));
  const p = e.map((ei) => ei / e.reduce((sum, other) => sum + other, 0));
  const elementwise = z.map((zi, i) => z.map((_, j) => (i === j ? df(zi) : 0)));
  const softmax = p.map((pi) => p.map((pj) => -pi * pj));
  return { elementwise, softmax };
}
