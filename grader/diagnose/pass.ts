/** @file One way through a model and back, in Float64: as the rules say, or departing from them as a mistake does. */
import { between, type Departure, forward, sweep, type Values } from "../model/evaluate.ts";
import { float64 } from "../model/field.ts";
import type { Any } from "../model/node.ts";

export type { Departure } from "../model/evaluate.ts";

type Sweep = readonly (readonly number[] | undefined)[];

export class Pass {
  readonly tape: readonly Any[];
  readonly values: Values<number>;
  readonly #departure: Departure<number>;
  readonly #sweeps = new Map<string, Sweep>();

  readonly #last: number;

  /** @param last where the way back may end: what stands before it is not asked for */
  constructor(
    tape: readonly Any[],
    values = forward(float64, tape),
    departure: Departure<number> = {},
    last = 0,
  ) {
    this.tape = tape;
    this.#last = last;
    this.values = values;
    this.#departure = departure;
  }

  /** ∂of[i]/∂wrt as this pass gives it. */
  gradient(of: Any, i: number, wrt: Any): readonly number[] {
    const key = `${of.id} ${i}`;
    let arrived = this.#sweeps.get(key);
    if (!arrived) {
      const from = this.tape[of.id]!;
      const seed = from.data.map((_, k) => (k === i ? 1 : 0));
      arrived = sweep(float64, this.values, from, seed, this.#departure, this.#last);
      this.#sweeps.set(key, arrived);
    }
    const g = arrived[wrt.id] ?? wrt.data.map(() => 0);
    return this.#departure.handOn?.(this.tape[wrt.id]!, g) ?? g;
  }
}

/** The values of every node when one of them is another: what depends on it is computed again. */
export function valuesWith(values: Values<number>, node: Any, data: readonly number[]): Values<number> {
  const now = [...values];
  now[node.id] = data;
  for (const later of between(node.tape, node, node.tape.at(-1)!)) {
    const { op, args, at } = later.step!;
    const xs = args.map((arg) => ({ shape: arg.shape, data: now[arg.id]! }));
    now[later.id] = op.forward(float64, xs, at);
  }
  return now;
}
