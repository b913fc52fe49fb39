// exercise: 02-toy-networks/activation
// slip: stale-param
import type { Act, ActName } from "gradbook";

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export function activation(name: ActName, alpha = 0.1): Act {
  const table: Record<ActName, Act> = {
    identity: { f: (z) => z, df: () => 1 },
    sigmoid: { f: sigmoid, df: (z) => sigmoid(z) * (1 - sigmoid(z)) },
    tanh: { f: Math.tanh, df: (z) => 1 - Math.tanh(z) ** 2 },
    relu: { f: (z) => Math.max(0, z), df: (z) => (z > 0 ? 1 : 0) },
    leakyRelu: { f: (z) => (z >= 0 ? z : alpha * z), df: (z) => (z >= 0 ? 1 : 0.1) },
    sin: { f: Math.sin, df: Math.cos },
    cos: { f: Math.cos, df: (z) => -Math.sin(z) },
    exp: { f: Math.exp, df: Math.exp },
  };
  return table[name];
}
