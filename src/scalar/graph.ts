/** @file The computation of a Value as plain data, for drawing. */
import { opNames } from "./rules.ts";
import type { Tape } from "./tape.ts";
import type { Value } from "./value.ts";

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

interface Position {
  readonly tape: Tape;
  readonly place: number;
}

/** Every number that y was computed from, y last; each stands behind its parents. */
export function graph(y: Value): ScalarNode[] {
  const nodes = new Map<unknown, ScalarNode | undefined>();
  const found: ScalarNode[] = [];
  const open = [origin(y.position)];
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

/** Where a linked number was computed. */
function origin({ tape, place }: Position): Position {
  const link = tape.links.find((l) => l.place === place);
  return link ? origin({ tape: link.tape, place: link.from }) : { tape, place };
}

/** The same for the same number: a variable may stand on several pages. */
const identity = ({ tape, place }: Position): unknown =>
  tape.variables.get(place) ?? `${tape.number}/${place}`;

function parentsOf({ tape, place }: Position): Position[] {
  return [...tape.operands.subarray(tape.begin(place), tape.ends[place])].map((operand) =>
    origin({ tape, place: operand }),
  );
}

const describe = ({ tape, place }: Position) => ({
  label: tape.labels.get(place),
  op: opNames[tape.ops[place]!] || undefined,
  data: tape.values[place]!,
  grad: tape.variables.get(place)?.gradient ?? (tape.ops[place] ? tape.gradients?.[place] : undefined),
  slopes: [...tape.slopes.subarray(tape.begin(place), tape.ends[place])],
});
