/** @file A place where a gradient comes back through an entrywise op, and what slopes are asked there. */
import { float64 } from "../../model/field.ts";
import type { Any } from "../../model/node.ts";
import { elementwiseOps } from "../../model/ops/elementwise.ts";
import type { OpName } from "../../model/ops.ts";

export type Numbers = readonly number[];
type Step = NonNullable<Any["step"]>;
/** An activation y = f(x) where the gradient g comes back; `slope` is the right one. */
export interface Site {
  readonly x: Numbers;
  readonly y: Numbers;
  readonly g: Numbers;
  readonly slope: Numbers;
  readonly node: Any;
  /** The activation's slope at other inputs. */
  readonly slopeOf: (x: Numbers) => Numbers;
}
export interface WrongSlope {
  readonly id: string;
  /** After "going back through h = tanh(z), ". */
  readonly say: string;
  readonly slope: (site: Site) => Numbers;
}

const F = float64;
export const map = (xs: Numbers, f: (x: number, i: number) => number) => xs.map(f);
const tensor = (data: Numbers) => ({ shape: [data.length], data });
/** f(x), and f'(x) where f(x) = y: entry by entry, by the judge's own table. */
export const f = ({ op, at }: Step, x: Numbers) => op.forward(F, [tensor(x)], at);
export const slopeOf = ({ op, at }: Step, x: Numbers, y: Numbers = f({ op, at, args: [] }, x)) =>
  op.vjp(
    F,
    x.map(() => 1),
    y,
    [tensor(x)],
    at,
  )[0]!;
export const other = (name: keyof typeof elementwiseOps) => ({
  op: elementwiseOps[name] as never,
  at: 0.01,
  args: [],
});

/** Functions that students take for activations. */
export const ACTIVATIONS: readonly OpName[] = [
  "tanh",
  "sigmoid",
  "relu",
  "leakyRelu",
  "sin",
  "cos",
  "exp",
  "softplus",
];
