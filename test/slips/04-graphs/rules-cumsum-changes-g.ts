// exercise: 04-graphs/backward-rules
// slip: unnamed
import type { Vec } from "gradbook";

export const backwardRules = {
  logsumexp(x: Vec, g: number): Vec {
    const largest = Math.max(...x);
    const e = x.map((xi) => Math.exp(xi - largest));
    const sum = e.reduce((a, b) => a + b);
    return e.map((ei) => (g * ei) / sum);
  },
  prod(x: Vec, g: number): Vec {
    return x.map((_, i) => x.reduce((rest, xj, j) => (i === j ? rest : rest * xj), g));
  },
  cumsum(g: Vec): Vec {
    for (let i = g.length - 2; i >= 0; i--) g[i] += g[i + 1];
    return g;
  },
  norm2(x: Vec, g: number): Vec {
    const z = Math.hypot(...x);
    return x.map((xi) => (z === 0 ? 0 : (g * xi) / z));
  },
};
