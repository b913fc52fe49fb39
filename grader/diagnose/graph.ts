/** @file A recorded model as the families of mistakes see it: its places with names, and what an answer asks of it. */
import type { Asked, Part } from "../exercise.ts";
import { nest, type Shape, size } from "../model/nest.ts";
import { type Any, type Named, Node, type Recorded } from "../model/node.ts";
import { nameOfOp, type OpName } from "../model/ops.ts";
import { type Departure as DepartureIn, Pass, valuesWith } from "./pass.ts";

/** Where the way back departs from the rules. */
export type Departure = DepartureIn<number>;
export type PartsByName = Readonly<Record<string, Part>>;
/** The numbers of an answer, slot by slot. */
export type Answer = readonly (readonly number[])[];

/** One tensor of an answer: a part, or an entry of a part that is a list of quantities. */
export interface Slot {
  /** "dW", "dF[2]" */
  readonly name: string;
  readonly part: string;
  readonly asks: Asked;
  /** The quantity whose value or gradient this is; for a tangent or a Jacobian the output. */
  readonly node: Any;
  /** By what is differentiated, or what. */
  readonly other: Any | undefined;
  readonly shape: Shape;
}

export class Graph {
  readonly tape: readonly Any[];
  readonly slots: readonly Slot[];
  /** The quantities whose gradients are asked for. */
  readonly asked: ReadonlySet<Any>;
  /** Who uses a node, by its id; one entry for each use. */
  readonly uses: readonly (readonly Any[])[];
  readonly #named = new Map<Any, string>();
  readonly #labels = new Map<Any, string>();
  readonly #reaching = new Set<Any>();
  readonly #leaves = new Map<Any, ReadonlySet<Any>>();
  readonly #pass: Pass;
  readonly right: Answer;

  /** @param input names the data that the model itself does not */
  constructor(parts: PartsByName, { model, tape }: Recorded, input: Readonly<Record<string, unknown>>) {
    this.tape = tape;
    for (const [name, quantity] of Object.entries(model))
      walk(quantity, name, (node, where) => {
        if (!this.#named.has(node)) this.#named.set(node, where);
      });
    const given = new Map(Object.entries(input).map(([name, value]) => [JSON.stringify(value), name]));
    for (const node of tape) {
      const name = node.step ? undefined : given.get(JSON.stringify(nest(node.data, node.shape)));
      if (name && !this.#named.has(node)) this.#named.set(node, name);
    }
    const uses: Any[][] = tape.map(() => []);
    for (const node of tape) for (const arg of node.step?.args ?? []) uses[arg.id]!.push(node);
    this.uses = uses;
    this.slots = Object.entries(parts).flatMap(([part, { asks }]) =>
      asks ? slotsOf(part, asks, model) : [],
    );
    this.asked = new Set(
      this.slots.flatMap(({ asks, node, other }) =>
        asks.what === "gradient" ? [node] : other ? [other] : [],
      ),
    );
    for (const node of tape)
      if (this.asked.has(node) || node.step?.args.some((arg) => this.#reaching.has(arg)))
        this.#reaching.add(node);
    this.#pass = new Pass(tape);
    this.right = this.answer(this.#pass);
  }

  /** What the answer would be after another pass. */
  answer(pass: Pass): Answer {
    return this.slots.map((slot) => this.#answered(slot, pass));
  }
  #answered({ asks, node, other }: Slot, pass: Pass): readonly number[] {
    if (asks.what === "value") return pass.values[node.id]!;
    if (asks.what === "gradient") return pass.gradient(other!, 0, node);
    if (asks.what === "tangent") return node.data.map((_, i) => pass.gradient(node, i, other!)[0]!);
    return node.data.flatMap((_, i) => pass.gradient(node, i, other!));
  }
  /** One slot when the way back departs from the rules: it is walked only so far. */
  departingAt(slot: Slot, departure: Departure): readonly number[] {
    const by = slot.asks.what === "gradient" ? slot.node : (slot.other ?? slot.node);
    const last = Math.min(this.tape.length, ...this.uses[by.id]!.map((use) => use.id));
    return this.#answered(slot, new Pass(this.tape, this.#pass.values, departure, last));
  }
  /** The answer when the way back departs from the rules. */
  departing(departure: Departure): Answer {
    return this.answer(new Pass(this.tape, this.#pass.values, departure));
  }
  /** The answer when a node has other values, and the way back is right for them. */
  computing(changes: readonly (readonly [Any, readonly number[]])[], departure: Departure = {}): Answer {
    const values = changes.reduce((now, [node, data]) => valuesWith(now, node, data), this.#pass.values);
    return this.answer(new Pass(this.tape, values, departure));
  }
  /** The value of a node when another has other numbers. */
  valueOf(node: Any, other: Any, data: readonly number[]): readonly number[] {
    return valuesWith(this.#pass.values, other, data)[node.id]!;
  }
  /** The answer when another gradient arrives at a node. */
  arriving(node: Any, gradient: readonly number[]): Answer {
    return this.departing({ handOn: (at, arrived) => (at === node ? gradient : arrived) });
  }
  /** ∂loss/∂node as it is right; zeros where the loss does not depend on it. */
  gradient(node: Any): readonly number[] {
    const { loss } = this;
    return loss ? this.#pass.gradient(loss, 0, node) : node.data.map(() => 0);
  }
  /** Of one number by another. */
  slope(of: Any, by: Any): number {
    return of === by ? 1 : this.#pass.gradient(of, 0, by)[0]!;
  }
  /** The scalar that the answer's gradients are of. */
  get loss(): Any | undefined {
    return this.slots.find(({ asks }) => asks.what === "gradient")?.other;
  }

  /** What to look at first is larger: values as they are computed, then gradients as they are complete on the way back. */
  placeOf({ asks, node }: Slot): number {
    if (asks.what !== "gradient") return 2 * this.tape.length - node.id;
    return Math.min(this.tape.length, ...this.uses[node.id]!.map((use) => use.id));
  }

  /** Does any quantity that is asked for stand in or behind this node? Else its gradient does not matter. */
  reaches(node: Any): boolean {
    return this.#reaching.has(node);
  }
  /** The node itself and all that is computed from it: where a departure changes its gradient. */
  behind(node: Any): ReadonlySet<Any> {
    const found = new Set<Any>([node]);
    for (const at of this.tape.slice(node.id + 1))
      if (at.step?.args.some((arg) => found.has(arg))) found.add(at);
    return found;
  }
  /** What a node is computed from. */
  leaves(node: Any): ReadonlySet<Any> {
    const known = this.#leaves.get(node);
    if (known) return known;
    const all = new Set(node.step ? node.step.args.flatMap((arg) => [...this.leaves(arg)]) : [node]);
    this.#leaves.set(node, all);
    return all;
  }

  op(node: Any): OpName | undefined {
    return node.step && nameOfOp(node.step.op);
  }
  /** The model's name of a node, or nothing. */
  name(node: Any): string | undefined {
    return this.#named.get(node);
  }
  /** The same for the same place on every input. */
  key(node: Any): string {
    return this.#named.get(node) ?? `#${node.id}`;
  }
  /** A node in the words of the exercise: its name, or what it is made of. */
  label(node: Any): string {
    const known = this.#labels.get(node);
    if (known !== undefined) return known;
    // A transpose is the same quantity.
    const turned = this.op(node) === "transpose" ? this.#named.get(node.step!.args[0]!) : undefined;
    const label = turned ?? this.#formula(node, 2);
    this.#labels.set(node, label);
    return label;
  }
  #formula(node: Any, depth: number): string {
    const known = this.#named.get(node);
    if (known) return known;
    if (!node.step) return node.data.length === 1 ? `${+node.data[0]!.toPrecision(4)}` : "the data";
    const args = node.step.args.map((arg) => (depth > 0 ? this.#formula(arg, depth - 1) : "…"));
    const op = this.op(node) ?? "op";
    const sign = INFIX[op];
    return sign ? `(${args.join(sign)})` : `${op}(${args.join(", ")})`;
  }
  /** An answer in the form that the exercise asks for: what a student would return. */
  nested(answer: Answer): Readonly<Record<string, unknown>> {
    const parts: Record<string, unknown> = {};
    for (const [i, { part, name, shape }] of this.slots.entries()) {
      const path = [...name.slice(part.length).matchAll(/\[(\d+)\]/g)].map(([, k]) => Number(k));
      parts[part] = placed(parts[part], path, nest(answer[i]!, shape));
    }
    return parts;
  }
}

const INFIX: Readonly<Record<string, string>> = { add: " + ", sub: " - ", mul: "*", div: "/", matmul: " @ " };

function placed(into: unknown, [k, ...deeper]: readonly number[], value: unknown): unknown {
  if (k === undefined) return value;
  const list = [...((into as unknown[] | undefined) ?? [])];
  list[k] = placed(list[k], deeper, value);
  return list;
}

function walk(quantity: Named, name: string, visit: (node: Any, name: string) => void): void {
  if (quantity instanceof Node) visit(quantity, name);
  else for (const [i, each] of quantity.entries()) walk(each, `${name}[${i}]`, visit);
}

const the = (model: Recorded["model"], name: string): Named => {
  const quantity = model[name];
  if (!quantity) throw new Error(`the model has no "${name}"`);
  return quantity;
};
const single = (model: Recorded["model"], name: string): Any => {
  let found: Any | undefined;
  walk(the(model, name), name, (node) => {
    found ??= node;
  });
  return found!;
};

function slotsOf(part: string, asks: Asked, model: Recorded["model"]): Slot[] {
  const slots: Slot[] = [];
  if (asks.what === "jacobian") {
    const [node, other] = [single(model, asks.of), single(model, asks.wrt)];
    return [{ name: part, part, asks, node, other, shape: [size(node.shape), size(other.shape)] }];
  }
  const walked = asks.what === "gradient" ? asks.wrt : asks.of;
  const other =
    asks.what === "value" ? undefined : single(model, asks.what === "gradient" ? asks.of : asks.wrt);
  walk(the(model, walked), part, (node, name) => {
    slots.push({ name, part, asks, node, other, shape: node.shape });
  });
  return slots;
}
