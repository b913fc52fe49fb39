/**
 * @file The tape: every number that is computed gets the next place on it, with its edges. An edge leads from a result
 * to one operand and carries the local slope, d(result)/d(operand), which is known the moment the result is.
 *
 * A tape is a page of fixed length. When it is full, or has been swept, the next number begins a new page; a number of
 * an earlier page that is used again is linked. Pages that nobody refers to are left to the garbage collector.
 */

const SHORTEST = 1 << 8;
const LONGEST = 1 << 17;
/** What one operation takes at most: places for two operands that are not on the page yet, and for the result. */
const ROOM = 3;

/** Where a number of another page that stands on this one again comes from: its gradient is handed on to there. */
export interface Source {
  readonly tape: Tape;
  readonly place: number;
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
  readonly values: Float64Array;
  readonly ops: Uint8Array;
  /** The next place. Place 0 is left empty. */
  length = 1;
  /** Every place has two edges, 2n and 2n + 1. One that is not there leads to place 0, with slope 0. */
  readonly operands: Uint32Array;
  readonly slopes: Float64Array;
  readonly variables = new Map<number, Variable>();
  readonly links = new Map<number, Source>();
  readonly labels = new Map<number, string>();
  /** The gradient of each place, by the latest sweep. */
  gradients: Float64Array | undefined = undefined;
  /** An operation may begin while the page is no longer than this. */
  limit: number;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.ops = new Uint8Array(size);
    this.operands = new Uint32Array(2 * size);
    this.slopes = new Float64Array(2 * size);
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
  /** Takes a place for a number that was computed on another page. */
  link(source: Source): number {
    const place = this.place(source.tape.values[source.place]!);
    this.links.set(place, source);
    return place;
  }
  /** y, computed from one number. */
  result1(y: number, x: number, slope: number): number {
    const place = this.place(y);
    this.operands[2 * place] = x;
    this.slopes[2 * place] = slope;
    return place;
  }
  /** y, computed from two. */
  result2(y: number, a: number, slopeA: number, b: number, slopeB: number): number {
    const place = this.result1(y, a, slopeA);
    this.operands[2 * place + 1] = b;
    this.slopes[2 * place + 1] = slopeB;
    return place;
  }
  /** Keeps the gradients of a sweep. Nothing is written on the page from now on. */
  close(gradients: Float64Array): void {
    this.gradients = gradients;
    this.limit = -1;
  }
}

let page = new Tape(SHORTEST);
/** How many places earlier pages took; and how many of these when a page was last swept. */
let before = 0;
let sweptAt = 0;

/** The page that is written on now. */
export const currentTape = (): Tape => (page.length <= page.limit ? page : turnPage());

function turnPage(): Tape {
  before += page.length;
  if (page.gradients) {
    // As long as all since the last sweep, which a training loop repeats.
    page = new Tape(within(before - sweptAt + ROOM));
    sweptAt = before;
  } else page = new Tape(within(2 * page.values.length));
  return page;
}

const within = (size: number): number => Math.min(Math.max(size, SHORTEST), LONGEST);

/** How many places were taken so far: a by-hand exercise leaves this where it was. */
export const recorded = (): number => before + page.length;
