// exercise: 04-graphs/backward-rules
// slip: missing-inner-deriv
import type { Vec } from "gradbook";

export const backwardRules = {
  logsumexp(x: Vec, g: number): Vec {
    return x.map((xi) => g * Math.exp(xi));
  },
  prod(x: Vec, g: number): Vec {
    return x.map((_, i) => x.reduce((rest, xj, j) => (i === j ? rest : rest * xj), g));
  },
  cumsum(g: Vec): Vec {
    return g.map((_, i) => g.slice(i).reduce((a, b) => a + b));
  },
  norm2(x: Vec, g: number): Vec {
    const z = Math.hypot(...x);
    return x.map((xi) => (z === 0 ? 0 : (g * xi) / z));
  },
};
