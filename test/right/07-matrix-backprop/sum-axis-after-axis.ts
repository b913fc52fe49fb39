// exercise: 07-matrix-backprop/sum-backward
type Nd = { shape: number[]; data: number[] };

const count = (shape: number[]) => shape.reduce((product, n) => product * n, 1);
/** Repeats along one axis of size 1. */
function repeat({ shape, data }: Nd, axis: number, times: number): Nd {
  const inner = count(shape.slice(axis + 1));
  const out: number[] = [];
  for (let start = 0; start < data.length; start += inner)
    for (let t = 0; t < times; t++) out.push(...data.slice(start, start + inner));
  return { shape: shape.map((n, k) => (k === axis ? times : n)), data: out };
}
/** Sums along one axis and keeps it with size 1. */
function total({ shape, data }: Nd, axis: number): Nd {
  const inner = count(shape.slice(axis + 1));
  const block = inner * shape[axis];
  const out: number[] = [];
  for (let start = 0; start < data.length; start += block)
    for (let i = 0; i < inner; i++) {
      let sum = 0;
      for (let k = 0; k < shape[axis]; k++) sum += data[start + k * inner + i];
      out.push(sum);
    }
  return { shape: shape.map((n, k) => (k === axis ? 1 : n)), data: out };
}

export function sumBackward(grad: Nd, sizes: number[], dims: number[], _keepdim: boolean): Nd {
  let all: Nd = { shape: sizes.map((n, axis) => (dims.includes(axis) ? 1 : n)), data: grad.data };
  for (const axis of dims) all = repeat(all, axis, sizes[axis]);
  return all;
}

export function unbroadcast(grad: Nd, shape: number[]): Nd {
  const full = [...grad.shape.slice(shape.length).map(() => 1), ...shape];
  let all = grad;
  full.forEach((n, axis) => {
    if (n === 1) all = total(all, axis);
  });
  return { shape, data: all.data };
}
