/** @file The computation of a Value as plain data, for drawing. */
import { NOWHERE, type Source } from "./page.ts";
import { op, slopeA, slopeB } from "./rules.ts";
import type { Value } from "./value.ts";

const opNames = Object.keys(op);

/** A number in a drawing: {@link graph}. */
export interface ScalarNode {
  readonly id: string;
  /** The name it was given, if any. */
  readonly label: string | undefined;
  /** The operation that computed it; undefined for variables and constants. */
  readonly op: string | undefined;
  readonly data: number;
  /** By the latest sweep; undefined before any, and for constants. */
  readonly grad: number | undefined;
  readonly parents: readonly string[];
  /** The local slope by each parent. */
  readonly slopes: readonly number[];
}

/** Every number that y was computed from, y last; each stands behind its parents. */
export function graph(y: Value): ScalarNode[] {
  const nodes = new Map<unknown, ScalarNode | undefined>();
  const found: ScalarNode[] = [];
  const open = [y.position];
  // A node stays on the stack until its parents are done: no recursion, however long the chain.
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const key = identity(at);
    const parents = nodes.get(key) ? [] : parentsOf(at);
    const missing = nodes.has(key) ? [] : parents.filter((parent) => !nodes.get(identity(parent)));
    if (missing.length > 0) {
      nodes.set(key, undefined);
      open.push(...missing);
      continue;
    }
    open.pop();
    if (nodes.get(key)) continue;
    const node = {
      id: `n${found.length}`,
      ...describe(at),
      parents: parents.map((p) => nodes.get(identity(p))!.id),
    };
    nodes.set(key, node);
    found.push(node);
  }
  return found;
}

/** The same for the same number: a variable may stand on several pages. */
const identity = ({ tape, place }: Source): unknown => tape.variables.get(place) ?? `${tape.number}/${place}`;

interface Edge {
  readonly operand: number;
  readonly slope: number;
}

function edgesOf({ tape, place }: Source): Edge[] {
  const { values, ops, edges } = tape;
  const [bias, count, a, b] = edges.subarray(2 * place - 2, 2 * place + 2) as unknown as Operands;
  if (ops[place] !== op.dot)
    return present([
      { operand: a, slope: slopeA(tape, place) },
      { operand: b, slope: slopeB(tape, place) },
    ]);
  // Of two factors, each is the slope by the other.
  const terms = Array.from({ length: count }, (_, i) => [
    { operand: a + i, slope: values[b + i]! },
    { operand: b + i, slope: values[a + i]! },
  ]);
  return present([{ operand: bias, slope: 1 }, ...terms.flat()]);
}
type Operands = readonly [number, number, number, number];
const present = (edges: Edge[]) => edges.filter(({ operand }) => operand !== NOWHERE);

const parentsOf = (at: Source): Source[] =>
  edgesOf(at).map(({ operand }) => {
    const { ops, edges } = at.tape;
    return at.tape.origin(ops[operand] === op.copy ? edges[2 * operand]! : operand);
  });

const describe = (at: Source) => {
  const { tape, place } = at;
  return {
    label: tape.labels.get(place),
    op: opNames[tape.ops[place]! - 1],
    data: tape.values[place]!,
    grad: tape.variables.get(place)?.gradient ?? (tape.ops[place] ? tape.gradients?.[place] : undefined),
    slopes: edgesOf(at).map(({ slope }) => slope),
  };
};
