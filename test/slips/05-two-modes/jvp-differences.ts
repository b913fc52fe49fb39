// exercise: 05-two-modes/jvp-chain
// slip: unnamed
import type { JacLayer, Vec } from "gradbook";

export function jvpChain(layers: JacLayer[], x: Vec, v: Vec) {
  const run = (h: number) =>
    layers.reduce(
      (z, { f }) => f(z),
      x.map((xi, i) => xi + h * v[i]),
    );
  const [above, below] = [run(1e-5), run(-1e-5)];
  return { y: run(0), tangent: above.map((a, i) => (a - below[i]) / 2e-5) };
}
