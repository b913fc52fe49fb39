/** @file One case of a wrong answer: what was asked, what the student answered, slot by slot. */
import type { At } from "../exercise.ts";
import type { Case } from "../judge/variant.ts";
import { flatten, shapeOf } from "../model/nest.ts";
import type { Plain } from "../plain.ts";
import { type Answer, Graph, type PartsByName, type Slot } from "./graph.ts";
import { unfused } from "./unfused.ts";

export type Numbers = readonly number[];

const largest = (xs: Numbers) => xs.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const furthest = (a: Numbers, b: Numbers) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

/** A case is the same for every student: so are its graphs. */
const graphs = new WeakMap<Case, readonly [Graph, ...Graph[]]>();

export class Trial {
  readonly case: Case;
  /** The answer: a record, if it has the right form. */
  readonly whole: Readonly<Record<string, Plain>>;
  readonly #theirs: ReadonlyMap<string, Plain>;
  readonly #parts: PartsByName;
  #given: readonly (Numbers | undefined)[] | undefined;
  #scale: number | undefined;

  /** @param theirs the student's own gradients by model quantity */
  constructor(parts: PartsByName, c: Case, answer: Plain, theirs: ReadonlyMap<string, Plain>) {
    this.#parts = parts;
    this.case = c;
    this.whole = isRecord(answer) ? answer : {};
    this.#theirs = theirs;
  }
  /** The numbers that a part wants here, given the student's own earlier gradients. */
  wanted(part: string): unknown {
    const { input, truth } = this.case;
    const at = { part, input, truth, cases: [this.case], theirs: this.#theirs } as unknown as At<never>;
    return this.#parts[part]?.expects?.(at, this.whole);
  }
  answered(part: string): Plain | undefined {
    return Object.hasOwn(this.whole, part) ? this.whole[part] : undefined;
  }
  get graph(): Graph {
    return this.forms[0];
  }
  /** The graph as the model is written, and with what it says in one step written out. */
  get forms(): readonly [Graph, ...Graph[]] {
    const { recorded, input } = this.case;
    let known = graphs.get(this.case);
    if (!known) {
      const out = unfused(recorded);
      const graph = new Graph(this.#parts, recorded, input);
      known = out ? [graph, new Graph(this.#parts, out, input)] : [graph];
      graphs.set(this.case, known);
    }
    return known;
  }
  /** The student's numbers, slot by slot; undefined where the form is another one. */
  get given(): readonly (Numbers | undefined)[] {
    this.#given ??= this.graph.slots.map((slot) => numbersOf(slot, this.whole));
    return this.#given;
  }
  /** The largest number of the right answer. */
  get scale(): number {
    this.#scale ??= largest(this.graph.right.flat());
    return this.#scale;
  }
  /** Does the student's slot differ from the right one by more than rounding? */
  isWrong(s: number): boolean {
    return !this.is(this.graph.right, s);
  }
  /** Is the student's slot what a mistaken answer gives there? */
  is(answer: Answer, s: number): boolean {
    return this.gives(answer[s]!, s);
  }
  /** Are these the student's numbers in a slot? */
  gives(mistaken: Numbers, s: number): boolean {
    const [given, right] = [this.given[s], this.graph.right[s]!];
    if (!given || given.length !== mistaken.length) return false;
    const off = mistaken === right ? 0 : furthest(given, right);
    if (!mistaken.every(Number.isFinite)) return false;
    const rounding = 1e-11 * Math.max(largest(right), largest(mistaken)) + 1e-14 * this.scale;
    return furthest(given, mistaken) <= 1e-6 * off + rounding; // false for NaN
  }
}

const isRecord = (answer: Plain): answer is Readonly<Record<string, Plain>> =>
  typeof answer === "object" && answer !== null && !Array.isArray(answer);

function numbersOf({ part, name, shape }: Slot, whole: Readonly<Record<string, Plain>>): Numbers | undefined {
  let value: unknown = Object.hasOwn(whole, part) ? whole[part] : undefined;
  for (const [, k] of name.slice(part.length).matchAll(/\[(\d+)\]/g))
    value = Array.isArray(value) ? value[Number(k)] : undefined;
  if (shapeOf(value).join() !== shape.join()) return undefined;
  const flat = flatten<unknown>(value);
  return flat.every((x): x is number => typeof x === "number") ? flat : undefined;
}
