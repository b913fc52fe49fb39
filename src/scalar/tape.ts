/**
 * @file The tape: every number that is computed gets the next place on it, with its edges. An edge leads from a result
 * to one operand and carries the local slope, d(result)/d(operand), which is known the moment the result is.
 *
 * A tape is a page of bounded length. When it is full, or has been swept, the next number begins a new page; a number
 * of an earlier page that is used again is linked. Pages that nobody refers to are left to the garbage collector.
 */

const SHORTEST = 1 << 8;
const LONGEST = 1 << 17;

/** A number of another page that stands here again, at `place`; its gradient is handed on to where it came from. */
export interface Link {
  readonly place: number;
  readonly tape: Tape;
  readonly from: number;
}
/** What outlasts the pages that a variable is used on. */
export interface Variable {
  gradient: number;
}

let pages = 0;

export class Tape {
  /** Later pages have larger numbers; links lead to smaller ones. */
  readonly number = pages++;
  /** The number at each place, and the code of the operation that gave it. */
  values: Float64Array;
  ops: Uint8Array;
  length = 0;
  /** The edges of place n are those before ends[n] that do not belong to an earlier place. */
  ends: Uint32Array;
  operands: Uint32Array;
  slopes: Float64Array;
  edges = 0;
  readonly variables = new Map<number, Variable>();
  readonly links: Link[] = [];
  readonly labels = new Map<number, string>();
  /** The gradient of each place, by the latest sweep. */
  gradients: Float64Array | undefined = undefined;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.ops = new Uint8Array(size);
    this.ends = new Uint32Array(size);
    this.operands = new Uint32Array(2 * size);
    this.slopes = new Float64Array(2 * size);
  }

  /** Takes the next place; the edges written since the last one are its own. */
  place(value: number): number {
    const place = this.length++;
    if (place === this.values.length) this.lengthen();
    this.values[place] = value;
    this.ends[place] = this.edges;
    return place;
  }
  /** Takes a place for a variable. */
  variable(value: number, variable: Variable, label: string | undefined): number {
    const place = this.place(value);
    this.variables.set(place, variable);
    if (label !== undefined) this.labels.set(place, label);
    return place;
  }
  /** Takes a place for a number that was computed on another page. */
  link(tape: Tape, from: number): number {
    const place = this.place(tape.values[from]!);
    this.links.push({ place, tape, from });
    return place;
  }
  /** y, computed from one number. */
  result1(y: number, x: number, slope: number): number {
    const edge = this.edges;
    if (edge + 1 > this.operands.length) this.lengthenEdges();
    this.operands[edge] = x;
    this.slopes[edge] = slope;
    this.edges = edge + 1;
    return this.place(y);
  }
  /** y, computed from two. */
  result2(y: number, a: number, slopeA: number, b: number, slopeB: number): number {
    const edge = this.edges;
    if (edge + 2 > this.operands.length) this.lengthenEdges();
    this.operands[edge] = a;
    this.slopes[edge] = slopeA;
    this.operands[edge + 1] = b;
    this.slopes[edge + 1] = slopeB;
    this.edges = edge + 2;
    return this.place(y);
  }
  /** The edges of a place are those from here to ends[place]. */
  begin(place: number): number {
    return place === 0 ? 0 : this.ends[place - 1]!;
  }
  private lengthenEdges(): void {
    this.operands = twice(this.operands, Uint32Array);
    this.slopes = twice(this.slopes, Float64Array);
  }
  private lengthen(): void {
    this.values = twice(this.values, Float64Array);
    this.ops = twice(this.ops, Uint8Array);
    this.ends = twice(this.ends, Uint32Array);
  }
}

function twice<A extends Float64Array | Uint32Array | Uint8Array>(old: A, Kind: new (size: number) => A): A {
  const long = new Kind(2 * old.length);
  long.set(old);
  return long;
}

let page = new Tape(SHORTEST);
let recordedBefore = 0;

/** The page that is written on now. */
export function currentTape(): Tape {
  if (page.length >= LONGEST || page.gradients) {
    recordedBefore += page.length;
    // As long as the last one, so that a training loop need not lengthen its page at every step.
    let size = SHORTEST;
    while (size < page.length && size < LONGEST) size *= 2;
    page = new Tape(size);
  }
  return page;
}

/** How many numbers were recorded so far: a by-hand exercise leaves this where it was. */
export const recorded = (): number => recordedBefore + page.length;
