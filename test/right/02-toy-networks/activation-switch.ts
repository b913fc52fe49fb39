// exercise: 02-toy-networks/activation
import type { Act, ActName } from "gradbook";

export function activation(name: ActName, alpha?: number): Act {
  const a = alpha ?? 0.1;
  switch (name) {
    case "sigmoid": {
      const tail = (z: number) => Math.exp(-Math.abs(z));
      return {
        f: (z) => (z < 0 ? tail(z) / (1 + tail(z)) : 1 / (1 + tail(z))),
        df: (z) => tail(z) / (1 + tail(z)) ** 2,
      };
    }
    case "tanh":
      return { f: (z) => Math.tanh(z), df: (z) => 1 / Math.cosh(z) ** 2 };
    case "relu":
      return { f: (z) => z * Number(z > 0), df: (z) => Number(z > 0) };
    case "leakyRelu":
      return { f: (z) => Math.max(z, 0) + a * Math.min(z, 0), df: (z) => (z < 0 ? a : 1) };
    case "sin":
      return { f: Math.sin, df: (z) => Math.sin(z + Math.PI / 2) };
    case "cos":
      return { f: Math.cos, df: (z) => -1 * Math.sin(z) };
    case "exp":
      return { f: (z) => Math.E ** z, df: (z) => Math.E ** z };
    default:
      return { f: (z) => z, df: (_z) => 1 };
  }
}
