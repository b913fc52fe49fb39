/**
 * @file A page of the tape: every number that is computed gets the next place on it, with an edge to each operand. Slopes
 * that are not simply 1, −1 or the other operand stand right before the result.
 */

/** Every page begins with the number 0, at the place where edges lead that are not there. */
export const NOWHERE = 0;
/** The first place that is free on a new page. */
export const FIRST = 1;
/** What one operation takes at most: places for two operands not on the page yet, two slopes, and the result. */
export const ROOM = 5;

/** Where a number of another page that stands on this one again comes from: its gradient is handed on to there. */
export interface Source {
  readonly tape: Page;
  readonly place: number;
}
/** What outlasts the pages that a variable is used on. */
export interface Variable {
  gradient: number;
}

let pages = 0;

export class Page {
  /** Later pages have larger numbers; links lead to smaller ones. */
  readonly number = pages++;
  /** The number at each place. */
  readonly values: Float64Array;
  /** The code of the operation that gave it; 0 where none did. */
  readonly ops: Uint8Array;
  /**
   * Every place n has two edges, at 2n and 2n + 1: the places of its operands. A dot product takes the place before it as
   * well: there stand the place of the bias and how many factors there are, here where the two rows of them begin.
   */
  readonly edges: Int32Array;
  /** The next place. */
  length = FIRST;
  readonly variables = new Map<number, Variable>();
  readonly links = new Map<number, Source>();
  readonly labels = new Map<number, string>();
  /** The gradient of each place, by the latest sweep. */
  gradients: Float64Array | undefined = undefined;
  /** From here on no operation begins. */
  limit: number;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.ops = new Uint8Array(size);
    this.edges = new Int32Array(2 * size);
    this.limit = size - ROOM;
  }

  /** Takes the next place. */
  place(value: number): number {
    const place = this.length++;
    this.values[place] = value;
    return place;
  }
  /** Takes a place for a variable. */
  variable(value: number, variable: Variable, label: string | undefined): number {
    const place = this.place(value);
    this.variables.set(place, variable);
    if (label !== undefined) this.labels.set(place, label);
    return place;
  }
  /** Takes a place for a number of another page: a variable itself, or a link to a number that was computed. */
  bring(from: Page, at: number): number {
    const variable = from.variables.get(at);
    if (variable) return this.variable(from.values[at]!, variable, from.labels.get(at));
    const place = this.place(from.values[at]!);
    this.links.set(place, from.origin(at));
    return place;
  }
  /** Where the number at a place was computed: elsewhere, if it is a link. */
  origin(place: number): Source {
    return this.links.get(place) ?? { tape: this, place };
  }
  /** Takes a place for y, computed from a and b by the operation of this code. */
  computed(op: number, y: number, a: number, b: number): number {
    const place = this.length++;
    this.values[place] = y;
    this.ops[place] = op;
    this.edges[2 * place] = a;
    this.edges[2 * place + 1] = b;
    return place;
  }
  /** Takes places for the slope by x and for y, computed from x alone. */
  unary(op: number, y: number, x: number, slope: number): number {
    this.place(slope);
    return this.computed(op, y, x, NOWHERE);
  }
  /** Takes places for the slopes by b and by a, and for y. */
  binary(op: number, y: number, a: number, slopeA: number, b: number, slopeB: number): number {
    this.place(slopeB);
    this.place(slopeA);
    return this.computed(op, y, a, b);
  }
  /** Keeps the gradients of a sweep. Nothing is written on the page from now on. */
  close(gradients: Float64Array): void {
    this.gradients = gradients;
    this.limit = 0;
  }
}
