// exercise: 07-matrix-backprop/sum-backward
// slip: sums-everything
type Nd = { shape: number[]; data: number[] };

const count = (shape: number[]) => shape.reduce((product, n) => product * n, 1);
/** For each place of the large array: which place of the small one it looks at. */
function sources(large: number[], small: number[]): number[] {
  return Array.from({ length: count(large) }, (_, place) => {
    let rest = place;
    let at = 0;
    let step = 1;
    for (let k = 1; k <= small.length; k++) {
      const n = large[large.length - k];
      const size = small[small.length - k];
      if (size !== 1) at += (rest % n) * step;
      rest = Math.floor(rest / n);
      step *= size;
    }
    return at;
  });
}

export function sumBackward(grad: Nd, sizes: number[], dims: number[], _keepdim: boolean): Nd {
  const kept = sizes.map((n, axis) => (dims.includes(axis) ? 1 : n));
  return { shape: sizes, data: sources(sizes, kept).map((at) => grad.data[at]) };
}

export function unbroadcast(grad: Nd, shape: number[]): Nd {
  const sum = grad.data.reduce((total, g) => total + g, 0);
  return { shape, data: new Array<number>(count(shape)).fill(sum) };
}
