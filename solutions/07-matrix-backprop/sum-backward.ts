/** @file 7.5 Sums and broadcasts, backwards. */

/** Numbers row after row, and how many along each axis: shape [2, 3] has 6, shape [] has one. */
type Nd = { shape: number[]; data: number[] };

const count = (shape: number[]) => shape.reduce((product, n) => product * n, 1);

/** For each entry of an array of shape `large`: the place of the entry of `small` that was repeated to it. */
function source(large: number[], small: number[]): number[] {
  const lead = large.length - small.length;
  return Array.from({ length: count(large) }, (_, place) => {
    let [rest, at, step] = [place, 0, 1];
    // From the last axis to the first: the index along it, and what one step there means in the small array.
    for (let axis = large.length - 1; axis >= lead; axis--) {
      const index = rest % large[axis];
      rest = Math.floor(rest / large[axis]);
      const size = small[axis - lead];
      if (size > 1) at += index * step; // an axis of size 1 is stretched: its index counts for nothing
      step *= size;
    }
    return at;
  });
}

export function sumBackward(grad: Nd, sizes: number[], dims: number[], _keepdim: boolean): Nd {
  // With or without keepdim the numbers of grad are the same, in the same order: give it the form with the 1s.
  const kept = sizes.map((n, axis) => (dims.includes(axis) ? 1 : n));
  // Each summand moved the sum one for one, so each gets a copy of the sum's gradient.
  return { shape: [...sizes], data: source(sizes, kept).map((at) => grad.data[at]) };
}

export function unbroadcast(grad: Nd, shape: number[]): Nd {
  // The mirror image: what went to several places gets the sum of their gradients.
  const data = Array.from({ length: count(shape) }, () => 0);
  for (const [place, at] of source(grad.shape, shape).entries()) data[at] += grad.data[place];
  return { shape: [...shape], data };
}
