/** @file M3: a product of two 256×256 matrices and its gradients in JavaScript, against the loops that come to mind first. */
import { mulberry32, Tensor, vjp } from "gradbook";
import { offerProduct } from "../../src/tensor/matmul.ts";
import { agree } from "../agree.ts";
import { race, report } from "../race.ts";

offerProduct(() => false);
const N = 256;
const rng = mulberry32(3);
const matrix = () => Float64Array.from({ length: N * N }, () => rng() - 0.5);
const [A, B, G] = [matrix(), matrix(), matrix()];

/** Σ_t a[i][t] b[t][j], with the strides of either. */
function naive(a: Float64Array, [ar, ac]: Strides, b: Float64Array, [br, bc]: Strides): Float64Array {
  const out = new Float64Array(N * N);
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let t = 0; t < N; t++) sum += a[i * ar + t * ac]! * b[t * br + j * bc]!;
      out[i * N + j] = sum;
    }
  return out;
}
type Strides = readonly [row: number, column: number];
const [plain, transposed]: [Strides, Strides] = [
  [N, 1],
  [1, N],
];
const byHand = () => [
  naive(A, plain, B, plain),
  naive(G, plain, B, transposed),
  naive(A, transposed, G, plain),
];

const tensors = [A, B, G].map((data) => new Tensor({ shape: [N, N], data }));
const [a, b, g] = tensors as [Tensor, Tensor, Tensor];
const byLibrary = () => {
  const { value, pull } = vjp(([p, q]: readonly [Tensor, Tensor]) => p.matmul(q), [a, b] as const);
  return [value, ...pull(g)].map((t) => t.value.data);
};
const numbers = (arrays: readonly Float64Array[]) => arrays.flatMap((data) => [...data]);
agree(numbers(byLibrary()), numbers(byHand()));

const times = race([
  { name: "gradbook", run: byLibrary },
  { name: "naive", run: byHand },
]);
report(times, "naive", "gradbook");
