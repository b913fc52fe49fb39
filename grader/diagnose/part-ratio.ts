/** @file What one slip can do to all numbers of a part, whoever computes them: a constant factor, another order. */
import { shapeOf } from "../model/nest.ts";
import type { Named } from "./diagnose.ts";
import { isNumbers, type Numbers, sameAnswer, scaleOf } from "./same.ts";
import type { Trial } from "./trial.ts";

type Input = Trial["case"]["input"];
interface Ratio {
  readonly id: string;
  /** @param part its name in the answer */
  readonly say: (part: string) => string;
  /** What this mistake makes of the numbers wanted; undefined where it cannot be made. */
  readonly makes: (wanted: Numbers, input: Input) => Numbers | undefined;
}

const mapped = (nested: Numbers, f: (x: number) => number): Numbers =>
  typeof nested === "number" ? f(nested) : nested.map((each) => mapped(each, f));
const times = (factor: number) => (wanted: Numbers) => mapped(wanted, (x) => factor * x);

function transposed(wanted: Numbers): Numbers | undefined {
  const [rows, columns, ...deeper] = shapeOf(wanted);
  if (rows === undefined || columns === undefined || deeper.length) return undefined;
  const matrix = wanted as readonly (readonly number[])[];
  if (matrix.some((row) => row.length !== columns)) return undefined;
  return Array.from({ length: columns }, (_, j) => matrix.map((row) => row[j] as number));
}

/** The number of examples: the rows of a matrix X, or the entries of y. */
function batchOf(input: Input): number | undefined {
  const rows = [input["X"], input["xs"], input["y"], input["ys"], input["z"]].find(Array.isArray);
  return rows && rows.length > 2 ? rows.length : undefined;
}
const byBatch = (power: 1 | -1) => (wanted: Numbers, input: Input) => {
  const n = batchOf(input);
  return n === undefined ? undefined : times(n ** power)(wanted);
};

/** In the order in which they are tried. */
const table: readonly Ratio[] = [
  { id: "all-zeros", say: (part) => `every number in ${part} is 0`, makes: times(0) },
  {
    id: "sign",
    say: (part) =>
      `${part} has the opposite sign everywhere: look for a difference taken the other way round, or a minus that was lost`,
    makes: times(-1),
  },
  {
    id: "factor-2",
    say: (part) => `${part} is half of what it should be: look for a factor 2 that was lost`,
    makes: times(0.5),
  },
  {
    id: "factor-2",
    say: (part) => `${part} is twice what it should be: look for a factor 2 too many`,
    makes: times(2),
  },
  {
    id: "transposed",
    say: (part) =>
      `${part} holds the right numbers, but rows and columns are swapped: the factors of a product stand the other way round`,
    makes: transposed,
  },
  {
    id: "wrong-index",
    say: (part) => `${part} holds the right numbers in reverse order: entry 0 belongs to the input's side`,
    // Of zeros and ones the reverse is often the opposite as well.
    makes: (wanted) =>
      typeof wanted === "number" || wanted.length < 2 || wanted.every((x) => x === 0 || x === 1)
        ? undefined
        : [...wanted].reverse(),
  },
  {
    id: "sum-vs-mean",
    say: (part) => `${part} is too large by the number of examples: this is their sum, the mean is asked for`,
    makes: byBatch(1),
  },
  {
    id: "sum-vs-mean",
    say: (part) =>
      `${part} is too small by the number of examples: it was divided by their number once too often`,
    makes: byBatch(-1),
  },
  {
    id: "log-base",
    say: (part) =>
      `${part} is too large by the factor ln 10: a logarithm to base 10 has the slope 1/(u ln 10)`,
    makes: times(Math.LN10),
  },
];

/** The first entry of the table that explains this part in every case, and is visible in two of them. */
export function partRatio(part: string, trials: readonly Trial[]): Named | undefined {
  // A quiz has no input: that one of its answers is twice another number says nothing, and would tell it.
  if (trials.every((trial) => Object.keys(trial.case.input).length === 0)) return undefined;
  const numbers = trials.map((trial) => ({
    input: trial.case.input,
    wanted: trial.wanted(part),
    answer: trial.answered(part),
  }));
  const found = table.find(({ makes }) => {
    let visible = 0;
    const explains = ({ wanted, answer, input }: (typeof numbers)[number]) => {
      const mistaken = isNumbers(wanted) ? makes(wanted, input) : undefined;
      if (mistaken === undefined || !sameAnswer(mistaken, answer, scaleOf(wanted))) return false;
      if (!sameAnswer(wanted, answer)) visible++;
      return true;
    };
    return numbers.every(explains) && visible >= Math.min(2, numbers.length);
  });
  if (!found) return undefined;
  const id = found.id === "factor-2" && isRightElsewhere(part, trials) ? "factor-2-partial" : found.id;
  return { id, part, say: found.say(part) };
}

/** Is another part of the answer right in every case? */
const isRightElsewhere = (part: string, trials: readonly Trial[]): boolean =>
  trials[0]!.graph.slots.some(
    (slot, s) => slot.part !== part && trials.every((trial) => trial.graph.slots[s] && !trial.isWrong(s)),
  );
