// exercise: 04-graphs/backward-rules
// slip: all-zeros
import type { Vec } from "gradbook";

export const backwardRules = {
  logsumexp(x: Vec, g: number): Vec {
    return x.map(() => 0 * g);
  },
  prod(x: Vec, g: number): Vec {
    return x.map(() => 0 * g);
  },
  cumsum(g: Vec): Vec {
    return g.map(() => 0);
  },
  norm2(x: Vec, g: number): Vec {
    return x.map(() => 0);
  },
};
