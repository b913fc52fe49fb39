// exercise: 07-matrix-backprop/sum-backward
type Nd = { shape: number[]; data: number[] };

/** Steps in a row-major array, 0 along axes that are stretched. */
function strides(shape: number[]): number[] {
  const steps: number[] = [];
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    steps[axis] = shape[axis] === 1 ? 0 : step;
    step *= shape[axis];
  }
  return steps;
}
/** Visits every index of a shape, with its place and the place that the strides lead to. */
function visit(shape: number[], steps: number[], tell: (place: number, at: number) => void): void {
  let place = 0;
  const walk = (axis: number, at: number): void => {
    if (axis === shape.length) tell(place++, at);
    else for (let i = 0; i < shape[axis]; i++) walk(axis + 1, at + i * steps[axis]);
  };
  walk(0, 0);
}

export function sumBackward(grad: Nd, sizes: number[], dims: number[], keepdim: boolean): Nd {
  let shape = grad.shape;
  if (!keepdim) {
    shape = [...grad.shape];
    for (const axis of [...dims].sort((a, b) => a - b)) shape.splice(axis, 0, 1);
  }
  const data: number[] = [];
  visit(sizes, strides(shape), (_, at) => data.push(grad.data[at]));
  return { shape: [...sizes], data };
}

export function unbroadcast(grad: Nd, shape: number[]): Nd {
  const added = grad.shape.length - shape.length;
  const data: number[] = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 0);
  const steps = [...new Array<number>(added).fill(0), ...strides(shape)];
  visit(grad.shape, steps, (place, at) => {
    data[at] += grad.data[place];
  });
  return { shape: [...shape], data };
}
