/** @file What is measured, and how good it is to be. Each row has a file of its name in groups/. */

export interface Goal {
  readonly what: string;
  readonly goal: number;
  readonly unit: "×" | "KB" | "ms";
  /** Whether a larger number is better (times faster), or a smaller one (times slower, size, time). */
  readonly better: "larger" | "smaller";
}
const atLeast = (goal: number, what: string): Goal => ({ what, goal, unit: "×", better: "larger" });
const atMost = (goal: number, unit: Goal["unit"], what: string): Goal => ({
  what,
  goal,
  unit,
  better: "smaller",
});

export const goals: Readonly<Record<string, Goal>> = {
  S1: atLeast(25, "scalar graph of 1e5 nodes, times faster than the micrograd port"),
  S2value: atLeast(30, "moons step with plain Values, times faster than the port"),
  S2mlp: atLeast(100, "moons step with the library's own MLP, times faster than the port"),
  S3: atMost(2.5, "×", "chain of 1e6 adds, time per node against a chain of 1e4"),
  memory: atMost(0.25, "×", "bytes kept for each node of a scalar graph, against the port"),
  M1: atMost(1.15, "×", "training step of 784-16-16-10 in JavaScript, time against hand-derived loops"),
  M2: atMost(1.15, "×", "training step of 784-128-64-10 in JavaScript, time against hand-derived loops"),
  M2wasm: atLeast(3, "M2 with WebAssembly, times faster than the hand-derived loops"),
  M2f32: atLeast(5, "M2 with WebAssembly in single precision, times faster than those loops"),
  M2tfjsJs: atLeast(4, "M2, times faster than tfjs on cpu; JavaScript on both sides"),
  M2tfjs: atLeast(25, "M2f32, times faster than tfjs on cpu"),
  M2tfjsWasm: atLeast(5, "M2f32, times faster than tfjs on wasm"),
  M2jax: atLeast(1, "M2f32, times faster than jax-js on wasm, compiled by jit"),
  M3: atLeast(3.5, "256×256 product and its gradients in JavaScript, times faster than three nested loops"),
  J1: atLeast(8, "Jacobian of tanh(Wx + b), 20×20, times faster than 20 passes of the port"),
  size: atMost(8, "KB", "scalars, tensors and transforms, minified and gzipped; no package"),
  import: atMost(10, "ms", "loading the package and a first gradient, time on the CPU"),
};

export interface Measured {
  readonly ratio: number;
  readonly goal: number;
  readonly ok: boolean;
}
export function judge(row: string, measured: number): Measured {
  const { goal, better } = goals[row]!;
  const ratio = Number(measured.toPrecision(3));
  return { ratio, goal, ok: better === "larger" ? ratio >= goal : ratio <= goal };
}
