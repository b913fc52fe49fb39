/** @file Slips of 8.3, and the closed forms that they depart from. */
import type { ActName, Mat, Vec } from "../../../src/types.ts";
import { makeKit } from "../../cell/kit.ts";
import type { Slip } from "../../exercise.ts";

export type Data = {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly Ws: Mat[];
  readonly x: Vec;
  readonly act: ActName;
};
export type Answer = { zeros?: Mat; xavier?: Mat; he?: Mat; draws?: Mat; norms?: Vec; unwritten: string[] };
const { act } = makeKit();

/** What a scheme gives where normal() is always 1: its standard deviation, everywhere. */
export const filled = ({ fanIn, fanOut }: Pick<Data, "fanIn" | "fanOut">, entry: number): Mat =>
  Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => entry));
export const xavier = ({ fanIn, fanOut }: Data) => Math.sqrt(2 / (fanIn + fanOut));
export const he = ({ fanIn }: Data) => Math.sqrt(2 / fanIn);

export const norm = (x: Vec) => Math.hypot(...x);
/** Norms by depth with a step replaced: what a slip in it answers. */
function norms(
  { Ws, x, act: name }: Data,
  how: {
    slope?: (z: number) => number;
    size?: (dz: Vec, dh: Vec) => number;
  } = {},
): Vec {
  const { slope = act(name).df, size = norm } = how;
  const zs: Vec[] = [];
  let h = x;
  for (const W of Ws) {
    zs.push(W.map((row) => row.reduce((sum, w, j) => sum + w * h[j]!, 0)));
    h = zs.at(-1)!.map(act(name).f);
  }
  let dh = h.map(() => 1);
  const sizes = Ws.map((W, l) => [W, zs[l]!] as const)
    .reverse()
    .map(([W, z]) => {
      const dz = dh.map((d, i) => d * slope(z[i]!));
      const length = size(dz, dh);
      dh = W[0]!.map((_, j) => dz.reduce((sum, d, i) => sum + d * W[i]![j]!, 0));
      return length;
    });
  return sizes.reverse();
}

export const slips: readonly Slip<Data, Answer>[] = [
  {
    id: "variance-for-deviation",
    say: "xavier multiplies by the variance; a draw is scaled by the standard deviation, its root",
    answers: (data) => ({ xavier: filled(data, xavier(data) ** 2) }),
  },
  {
    id: "variance-for-deviation",
    say: "he multiplies by the variance; a draw is scaled by the standard deviation, its root",
    answers: (data) => ({ he: filled(data, he(data) ** 2) }),
  },
  {
    id: "fan-swapped",
    say: "he divides by fanOut; a z adds up fanIn products, so fanIn decides how large it gets",
    answers: (data) => ({ he: filled(data, Math.sqrt(2 / data.fanOut)) }),
  },
  {
    id: "schemes-swapped",
    say: "xavier and he are exchanged: he looks at fanIn alone, xavier at both",
    answers: (data) => ({ xavier: filled(data, he(data)), he: filled(data, xavier(data)) }),
  },
  {
    id: "missing-factor",
    say: "he lacks the factor 2: relu silences half of its inputs, and the 2 makes up for it",
    answers: (data) => ({ he: filled(data, Math.sqrt(1 / data.fanIn)) }),
  },
  {
    id: "one-draw",
    say: "one draw serves the whole matrix, so all units of a layer begin alike: ask normal() anew for each weight",
    answers: (data) => ({ draws: filled(data, -0.2 * he(data)) }), // the first draw of the check
  },
  {
    id: "rows-for-columns",
    say: "the matrices have shape (fanIn, fanOut); each output has a row of its own, so (fanOut, fanIn) is wanted",
    answers: (data) => {
      const turned = { fanIn: data.fanOut, fanOut: data.fanIn };
      return {
        zeros: filled(turned, 0),
        xavier: filled(turned, xavier(data)),
        he: filled(turned, he(data)),
      };
    },
  },
  {
    id: "wrong-index",
    say: "the norms begin with the last layer; the first layer's comes first",
    answers: (data) => ({ norms: norms(data).reverse() }),
  },
  {
    id: "norms-of-dh",
    say: "the norms are those of the gradient by h; dS/dz is one step further, behind the slope of the activation",
    answers: (data) => ({ norms: norms(data, { size: (_dz, dh) => norm(dh) }) }),
  },
  {
    id: "act-deriv-at-output",
    say: "the slope of the activation is asked at its output h; it belongs to its input z",
    answers: (data) => ({ norms: norms(data, { slope: (z) => act(data.act).df(act(data.act).f(z)) }) }),
  },
  {
    id: "missing-act-deriv",
    say: "the gradient passes the activations unchanged: each of them multiplies it by its slope",
    answers: (data) => ({ norms: norms(data, { slope: () => 1 }) }),
  },
  {
    id: "wrong-norm",
    say: "norms holds squared lengths: the root is missing",
    answers: (data) => ({ norms: norms(data, { size: (dz) => norm(dz) ** 2 }) }),
  },
  {
    id: "wrong-norm",
    say: "norms adds up absolute values; the length is the root of the sum of squares",
    answers: (data) => ({
      norms: norms(data, { size: (dz) => dz.reduce((sum, d) => sum + Math.abs(d), 0) }),
    }),
  },
];
