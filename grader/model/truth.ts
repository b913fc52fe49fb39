/** @file What is true of a model at one input, by the names of its quantities. */
import { quotients } from "./differences.ts";
import { flatten, nest, shapeOf } from "./nest.ts";
import { type Any, type Model, type Named, Node } from "./node.ts";
import { Entry, Reference } from "./reference.ts";

/** Entries in the form of a quantity: nested arrays of them. */
export type Tree = Entry | readonly Tree[];

/** The truth with what the judge needs to compare by: tolerances, intervals, numerical checks. */
interface Certain {
  value(quantity: string): Tree;
  gradient(wrt: string, of?: string): Tree;
  tangent(of: string, along: string): Tree;
  jacobian(of: string, wrt: string): Tree;
  stepwise(wrt: string, theirs: ReadonlyMap<string, unknown>): Tree;
  /** What Float64 difference quotients of the loss give for ∂loss/∂wrt: the fingerprint of an answer made by them. */
  quotient(wrt: string, h: number, scheme: "forward" | "central"): unknown;
}
/** The same as plain numbers, in the form of the quantity. */
export interface Truth {
  value(quantity: string): unknown;
  /** Exact, after agreeing with the numerical gradient within its error bar; `of` is "loss" unless said. */
  gradient(wrt: string, of?: string): unknown;
  /** ∂of/∂along for a scalar `along`, shaped like `of`. */
  tangent(of: string, along: string): unknown;
  /** Rows are outputs; both flattened row-major. */
  jacobian(of: string, wrt: string): unknown;
  /** ∂loss/∂wrt if the gradients of later quantities were the student's: what this step alone should have given. */
  stepwise(wrt: string, theirs: ReadonlyMap<string, unknown>): unknown;
  /** Where each node of a quantity stands on the tape: later = nearer the loss. */
  order(quantity: string): unknown;
  /** Where on the way back the gradient of each node is complete, at its first use: later = nearer the loss. */
  arrival(quantity: string): unknown;
  /** How far the input is from the nearest kink. */
  readonly margin: number;
  readonly certain: Certain;
}

/** Random inputs nearer than this to a kink are drawn again. */
export const KINK_FREE = 1e-3;
/** Quantities of at most so many numbers are certified entry by entry, larger ones along random directions. */
const ENTRY_BY_ENTRY = 64;

/** A tree of the quantity's form, whose leaves are `read` of each node. */
const tree = <T>(named: Named, read: (node: Any) => T): T | readonly unknown[] =>
  named instanceof Node ? read(named) : named.map((each) => tree(each, read));
const nodesOf = (named: Named): Any[] => (named instanceof Node ? [named] : named.flatMap(nodesOf));
const sizeOf = (named: Named) => nodesOf(named).reduce((sum, node) => sum + node.data.length, 0);
const plain = (known: Tree): unknown => (known instanceof Entry ? known.value : known.map(plain));

/** Plain numbers in the form of any quantities, as Float64 computes them. */
export const read = (quantities: Model): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(quantities).map(([name, q]) => [name, tree(q, (node) => nest(node.data, node.shape))]),
  );

export function truthOf(model: Model, tape: readonly Any[]): Truth {
  const reference = new Reference(tape);
  const margin = tape.reduce(
    (least, { step }) => Math.min(least, step?.op.margin?.(step.args, step.at) ?? least),
    Number.POSITIVE_INFINITY,
  );
  // Beside a kink always entry by entry: the slopes along a mixed direction say nothing of each entry's interval.
  const byEntry = (name: string) => margin < KINK_FREE || sizeOf(quantity(name)) <= ENTRY_BY_ENTRY;
  const quantity = (name: string): Named => {
    const q = Object.hasOwn(model, name) ? model[name] : undefined;
    if (!q) throw new Error(`the model has no "${name}"; it names ${Object.keys(model).join(", ")}`);
    return q;
  };
  const single = (name: string): Any => {
    const [node, ...more] = nodesOf(quantity(name));
    if (!node || more.length) throw new Error(`"${name}" must be one quantity, not a list`);
    return node;
  };
  const scalar = (name: string): Any => {
    const node = single(name);
    if (node.shape.length) throw new Error(`"${name}" must be a number`);
    return node;
  };
  const entries = (name: string, of: (node: Any) => readonly Entry[]) =>
    tree(quantity(name), (node) => nest(of(node), node.shape)) as Tree;

  const places = (name: string, place: (node: Any) => number) =>
    tree(quantity(name), (node) => {
      const at = place(node);
      return nest(
        node.data.map(() => at),
        node.shape,
      );
    });

  const certain: Certain = {
    value: (name) => entries(name, (node) => reference.value(node)),
    gradient: (wrt, of = "loss") =>
      entries(wrt, (node) => reference.derivative(scalar(of), node, byEntry(wrt))[0]!),
    tangent: (of, along) =>
      entries(of, (node) => reference.derivative(node, scalar(along), true).map(([slope]) => slope!)),
    jacobian: (of, wrt) => reference.derivative(single(of), single(wrt), byEntry(wrt)),
    stepwise: (wrt, theirs) => {
      const replaced = new Map<Any, readonly number[]>();
      for (const [name, answer] of theirs)
        pair(quantity(name), answer, (node, given) => {
          const flat = flatten<number>(given);
          const fits = shapeOf(given).join() === node.shape.join();
          // A node without a usable gradient hands on the right one: nothing is carried forward from zeros or NaN.
          if (fits && flat.every(Number.isFinite) && flat.some((x) => x !== 0)) replaced.set(node, flat);
        });
      return entries(wrt, reference.carried(scalar("loss"), replaced));
    },
    quotient: (wrt, h, scheme) =>
      tree(quantity(wrt), (node) => nest(quotients(scalar("loss"), node, h, scheme), node.shape)),
  };
  return {
    certain,
    value: (name) => plain(certain.value(name)),
    gradient: (wrt, of) => plain(certain.gradient(wrt, of)),
    tangent: (of, along) => plain(certain.tangent(of, along)),
    jacobian: (of, wrt) => plain(certain.jacobian(of, wrt)),
    stepwise: (wrt, theirs) => plain(certain.stepwise(wrt, theirs)),
    order: (name) => places(name, (node) => node.id),
    arrival: (name) =>
      places(name, (node) => tape.find(({ step }) => step?.args.includes(node))?.id ?? tape.length),
    margin,
  };
}

/** Walks a quantity and an answer of its form side by side. */
function pair(named: Named, answer: unknown, visit: (node: Any, given: unknown) => void): void {
  if (named instanceof Node) visit(named, answer);
  else if (Array.isArray(answer)) for (const [i, each] of named.entries()) pair(each, answer[i], visit);
}
