/** @file How weights begin. W has shape (fanOut, fanIn): a row for each output. */
import { normal, type Rng } from "../data/random.ts";
import { full } from "../tensor/ndarray.ts";
import { Tensor } from "../tensor/tensor.ts";

export type Initialiser = (fanOut: number, fanIn: number, rng: Rng) => Tensor;

/** Nothing learns from it in a hidden layer: all units stay equal. */
export const zeros: Initialiser = (fanOut, fanIn) => new Tensor(full([fanOut, fanIn], 0));

const gaussian =
  (deviation: (fanOut: number, fanIn: number) => number): Initialiser =>
  (fanOut, fanIn, rng) => {
    const draw = normal(rng);
    const s = deviation(fanOut, fanIn);
    return new Tensor({
      shape: [fanOut, fanIn],
      data: Float64Array.from({ length: fanOut * fanIn }, () => s * draw()),
    });
  };

/** Standard deviation √(2/(fanIn + fanOut)): for tanh and the like (Glorot and Bengio, 2010). */
export const xavier = gaussian((fanOut, fanIn) => Math.sqrt(2 / (fanIn + fanOut)));

/** Standard deviation √(2/fanIn): for ReLU, which silences half of its inputs (He et al., 2015). */
export const he = gaussian((_fanOut, fanIn) => Math.sqrt(2 / fanIn));
