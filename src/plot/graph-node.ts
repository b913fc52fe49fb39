/** @file A node of a computation graph, and the words and numbers that stand in its drawing. */
import { type NdArray, type Nested, nested } from "../tensor/ndarray.ts";
import { showShape } from "../tensor/shape.ts";

export interface GraphNode {
  readonly id: string | number;
  /** "h1"; a node without a name shows its operation. */
  readonly label?: string | undefined;
  /** "mul"; none for an input. */
  readonly op?: string | undefined;
  /** A number, or an array of which small ones are written out; none for a node that stands for many. */
  readonly data?: number | NdArray | undefined;
  /** Left out while it is not known yet. */
  readonly grad?: number | NdArray | undefined;
  /** The nodes it is computed from. */
  readonly parents: readonly (string | number)[];
  /** Its local slope by each parent, in the same order. */
  readonly slopes?: readonly (number | undefined)[] | undefined;
}

/** Arrays of more entries are shown by their shape. */
const WRITTEN_OUT = 4;

/** Numbers with at most `digits` significant digits, without trailing zeros; a large array as its shape. */
export function shown(x: number | NdArray, digits: number): string {
  if (typeof x === "number") return `${Number(x.toPrecision(digits))}`;
  if (x.data.length > WRITTEN_OUT) return showShape(x.shape);
  const written = (part: Nested): string =>
    typeof part === "number" ? shown(part, digits) : `[${part.map(written).join(", ")}]`;
  return written(nested(x));
}

const signs: Readonly<Record<string, string>> = {
  add: "+",
  sub: "−",
  mul: "×",
  div: "÷",
  pow: "^",
  neg: "−",
  sigmoid: "σ",
};

/** The name of a node as it stands in the picture and in the alt text. */
export function nameOf({ label, op }: GraphNode): string {
  const sign = op && (signs[op] ?? op);
  return label && sign ? `${label} (${sign})` : (label ?? sign ?? "constant");
}
