/**
 * @file The tape, in pages of fixed length. When one is full, or has been swept, the next number begins a new page; a
 * number of an earlier page that is used again is linked. Pages that nobody refers to are left to the garbage collector.
 */
import { FIRST, ROOM } from "./page.ts";
import { Tape } from "./rules.ts";

const SHORTEST = 1 << 8;
const LONGEST = 1 << 18;
let page = new Tape(SHORTEST);
/** How many places earlier pages took; and how many of these when a page was last swept. */
let before = 0;
let sweptAt = 0;

/** The page that is written on now, with room for an operation. */
export const currentTape = (): Tape => (page.length < page.limit ? page : turnPage(0));

/** The page that is written on now, with room for so many places besides those of an operation. */
export const tapeWith = (room: number): Tape => (page.length + room <= page.limit ? page : turnPage(room));

function turnPage(room: number): Tape {
  before += page.length;
  if (page.gradients) {
    // As long as all since the last sweep, which a training loop repeats; and some, as room is seldom used up.
    page = new Tape(within((before - sweptAt) * 1.05, room));
    sweptAt = before;
  } else page = new Tape(within(2 * page.values.length, room));
  return page;
}

const within = (size: number, room: number): number =>
  FIRST + ROOM + room + Math.ceil(Math.min(Math.max(size, SHORTEST), LONGEST));

/** How many places were taken so far: a by-hand exercise leaves this where it was. */
export const recorded = (): number => before + page.length;
