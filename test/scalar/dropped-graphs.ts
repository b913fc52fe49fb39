/** Run with --expose-gc by probes.test.ts: prints how many bytes are still held after graphs were dropped. */
import { grad, type Tensor, Value, variable } from "gradbook";

const { gc } = globalThis as { gc?: () => void };
const held = () => {
  gc?.();
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const grownBy = (run: () => void): number => {
  run();
  const before = held();
  for (let i = 0; i < 200; i++) run();
  return held() - before;
};

const w = new Value(0.5);
const scalar = grownBy(() => {
  let y = w.mul(1);
  for (let i = 0; i < 20_000; i++) y = y.add(w);
  y.backward();
});

const W = variable([Array.from({ length: 100_000 }, () => 0.5)]);
const tensor = grownBy(() => {
  W.grad = undefined;
  W.mul(2).tanh().sum().backward();
});

const gradients: Tensor[] = [];
const gradient = grownBy(() => {
  gradients[0] = grad((x: Tensor) => x.mul(W.constant(W.value)).exp().sum())(W.constant(W.value));
});
console.log(JSON.stringify({ scalar, tensor, gradient }));
