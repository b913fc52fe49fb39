// exercise: 02-toy-networks/activation
// slip: unnamed
import type { Act, ActName } from "gradbook";

// exp(-z) overflows for z = -800 and exp(z) for z = 800: on each side take the one that cannot.
// (Here 1/(1 + Infinity) would still be 0; exp(z)/(1 + exp(z)) would be Infinity/Infinity, which is NaN.)
const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export function activation(name: ActName, alpha = 0.01): Act {
  const table: Record<ActName, Act> = {
    identity: { f: (z) => z, df: () => 1 },
    // The slope is short when written in the value s = f(z). df still receives z, so it works out s first.
    sigmoid: { f: sigmoid, df: (z) => sigmoid(z) * (1 - sigmoid(z)) },
    tanh: { f: Math.tanh, df: (z) => 1 - Math.tanh(z) ** 2 },
    // The comparisons decide the slope at 0: `>` gives relu 0 there, `>=` gives leakyRelu 1.
    relu: { f: (z) => Math.max(z, 0), df: (z) => (z > 0 ? 1 : 0) },
    leakyRelu: { f: (z) => (z >= 0 ? z : alpha * z), df: (z) => (z >= 0 ? 1 : alpha) },
    sin: { f: Math.sin, df: Math.cos },
    cos: { f: Math.cos, df: (z) => -Math.sin(z) },
    exp: { f: Math.exp, df: Math.exp },
  };
  return table[name];
}
