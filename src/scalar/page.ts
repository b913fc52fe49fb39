/**
 * @file A page of the tape: every number that is computed gets the next place on it, with its edges. An edge leads from
 * a result to one operand, and names the place where the local slope stands, d(result)/d(operand). Most often that slope
 * is on the tape anyway: of a·b by a it is b.
 */

/** Every page begins with these three numbers, which are the slopes of many rules. */
export const ZERO = 0;
export const ONE = 1;
export const MINUS_ONE = 2;
/** The first place that is free on a new page. */
export const FIRST = 3;

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
   * Every place n has two edges, from 4n on: operand, slope, operand, slope, each by its place. One that is not there is
   * ZERO, ZERO. For a dot product the second pair says where its terms begin and end, on places that hold nothing else:
   * two factors each, of which each is the slope by the other.
   */
  readonly edges: Int32Array;
  /** The next place. */
  length = FIRST;
  readonly variables = new Map<number, Variable>();
  readonly links = new Map<number, Source>();
  readonly labels = new Map<number, string>();
  /** The gradient of each place, by the latest sweep. */
  gradients: Float64Array | undefined = undefined;
  /** No place from here on is taken. */
  limit: number;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.ops = new Uint8Array(size);
    this.edges = new Int32Array(4 * size);
    this.values[ONE] = 1;
    this.values[MINUS_ONE] = -1;
    this.limit = size;
  }

  /** Takes the next place. */
  place(value: number): number {
    const place = this.length++;
    this.values[place] = value;
    return place;
  }
  /** Takes places for the factors of so many terms; gives where the first stands among the edges. */
  reserve(terms: number): number {
    const begin = 4 * this.length;
    this.length += Math.ceil(terms / 2);
    return begin;
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
  /** Takes a place for y, computed from one number by the operation of this code. */
  unary(op: number, y: number, x: number, slope: number): number {
    return this.binary(op, y, x, slope, ZERO, ZERO);
  }
  /** Takes a place for y, computed from two. */
  binary(op: number, y: number, a: number, slopeA: number, b: number, slopeB: number): number {
    const { edges } = this;
    const place = this.length++;
    this.values[place] = y;
    this.ops[place] = op;
    edges[4 * place] = a;
    edges[4 * place + 1] = slopeA;
    edges[4 * place + 2] = b;
    edges[4 * place + 3] = slopeB;
    return place;
  }
  /** Keeps the gradients of a sweep. Nothing is written on the page from now on. */
  close(gradients: Float64Array): void {
    this.gradients = gradients;
    this.limit = 0;
  }
}
