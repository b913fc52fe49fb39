/** @file The mistakes of 4.4: another order, another way of adding up, or one rule that is wrong. */
import type { Slip } from "../../exercise.ts";
import type { Truth } from "../../model/truth.ts";
import type { Step } from "../../tapes/draw.ts";
import { earlyOrders, type How, type Op, ops, type Slopes, sweep } from "../../tapes/sweep.ts";

export type Data = { readonly tree: readonly Step[]; readonly graph: readonly Step[] };
type Answer = Record<"tree" | "graph" | "max of 2 and 2", unknown>;

/** What a mistaken sweep answers for both tapes. */
const swept = (how: How) => (data: Data, right: Truth) => ({
  tree: sweep(data.tree, right.value("tree") as number[], how),
  graph: sweep(data.graph, right.value("graph") as number[], how),
});
/** Of a mistake that a tree does not show. */
const graphOnly = (how: How) => (data: Data, right: Truth) => ({
  graph: swept(how)(data, right).graph,
});
const overwritten =
  "a node with several users keeps the gradient of one of them only: the next one replaces what is there instead of adding to it";
const tooEarly =
  "a node hands its gradient on before all its users have added theirs: only the order of the tape, from the right, makes sure they have";

/** One rule that is wrong by itself: its slopes by each argument. */
const wrongRules: [op: Op, id: string, say: string, slopes: Slopes][] = [
  [
    "mul",
    "swapped-mul",
    "mul multiplies the upstream gradient by the argument's own value; how fast a product moves with one argument is said by the other",
    (a, b) => [a, b],
  ],
  [
    "mul",
    "missing-factor",
    "mul hands its gradient on unchanged; how fast a product moves with one argument is said by the other",
    () => [1, 1],
  ],
  [
    "sin",
    "missing-act-deriv",
    "sin hands its gradient on unchanged; its local slope is the cosine of its argument",
    () => [1],
  ],
  [
    "sin",
    "act-deriv-at-output",
    "the slope of sin is asked at its own value; it belongs to the value of its argument",
    (a) => [Math.cos(Math.sin(a))],
  ],
  ["sin", "value-for-slope", "sin has its own value where its slope belongs", (a) => [Math.sin(a)]],
  [
    "sin",
    "sign",
    "the slope of sin has a minus here; that is the slope of the cosine",
    (a) => [-Math.cos(a)],
  ],
  [
    "log",
    "missing-act-deriv",
    "log hands its gradient on unchanged; its local slope is 1 divided by the value of its argument",
    () => [1],
  ],
  [
    "log",
    "multiplies-for-divides",
    "log multiplies by the value of its argument; its slope is 1 divided by it",
    (a) => [a],
  ],
  [
    "log",
    "act-deriv-at-output",
    "log divides by its own value; its slope is 1 divided by the value of its argument",
    (a) => [1 / Math.log(a)],
  ],
  [
    "log",
    "log-base",
    "log has the slope of a logarithm to base 10; on this tape it is the natural one",
    (a) => [1 / (a * Math.LN10)],
  ],
  [
    "max",
    "max-both",
    "max hands its gradient to both arguments; a nudge of the smaller one moves nothing",
    () => [1, 1],
  ],
  [
    "max",
    "max-wrong-branch",
    "max hands its gradient to the smaller argument; it is the larger one that moves the result",
    (a, b) => (a >= b ? [0, 1] : [1, 0]),
  ],
  [
    "max",
    "max-wrong-branch",
    "max always hands its gradient to its first argument; it belongs to the larger of the two",
    () => [1, 0],
  ],
  [
    "max",
    "max-wrong-branch",
    "max always hands its gradient to its second argument; it belongs to the larger of the two",
    () => [0, 1],
  ],
];

export const slips: readonly Slip<Data, Answer>[] = [
  {
    id: "tie",
    say: "in a tie of the max the second argument gets the gradient; the first counts as the larger",
    answers: () => ({ "max of 2 and 2": [0, 1, 1] }),
  },
  {
    id: "tie",
    say: "in a tie of the max both arguments get the gradient; the first counts as the larger, and takes all of it",
    answers: () => ({ "max of 2 and 2": [1, 1, 1] }),
  },
  {
    id: "tie",
    say: "in a tie of the max the gradient is shared out; the first argument counts as the larger, and takes all of it",
    answers: () => ({ "max of 2 and 2": [0.5, 0.5, 1] }),
  },
  {
    id: "tie",
    say: "in a tie of the max nobody gets the gradient; the first argument counts as the larger",
    answers: () => ({ "max of 2 and 2": [0, 0, 1] }),
  },
  {
    id: "overwrite",
    say: overwritten,
    answers: graphOnly({ put: () => "replaces" }),
  },
  {
    id: "overwrite",
    say: overwritten,
    answers: graphOnly({ put: () => "replaces, zeros too" }),
  },
  {
    id: "same-operand",
    say: "where both arguments are the same node, as in x·x, only one of the two contributions arrives: each argument brings its own",
    answers: graphOnly({ put: () => "adds to what was there before" }),
  },
  ...earlyOrders.map((order) => ({ id: "depth-first", say: tooEarly, answers: graphOnly({ order }) })),
  {
    id: "forward-order",
    say: "the loop runs from left to right, so a node hands on its gradient before it has any: begin at the last node",
    answers: swept({ order: (steps) => steps.map((_, i) => i) }),
  },
  {
    id: "missing-upstream",
    say: "only local slopes are added: each is still to be multiplied by the gradient of the node that uses it",
    answers: swept({ upstream: () => 1 }),
  },
  ...wrongRules.map(([op, id, say, slopes]) => ({ id, say, answers: swept({ slopes: { [op]: slopes } }) })),
  ...ops.map((op) => ({
    id: "missing-upstream",
    say: `${op} adds its local slope alone; it is still to be multiplied by the gradient of its result`,
    answers: swept({ upstream: (dz, at) => (at === op ? 1 : dz) }),
  })),
  ...ops.map((op) => ({
    id: "overwrite",
    say: `${op} replaces what other users of its argument have put there: add to it, with +=`,
    answers: graphOnly({ put: (at) => (at === op ? "replaces, zeros too" : "adds") }),
  })),
  {
    id: "wrong-start",
    say: "the sweep starts with the value of the last node; it moves one for one with itself, so its gradient is 1",
    answers: swept({ start: (value) => value }),
  },
];
