// exercise: 03-jacobians/structured-jacobians
// slip: unnamed
import type { Fn1, Vec } from "gradbook";

export function structuredJacobians(_df: Fn1, z: Vec) {
  const elementwise = z.map(() => z.map(() => 0));
  const softmax = z.map(() => z.map(() => 0));
  return { elementwise, softmax };
}
