/** @file 8.4 What training must keep in memory: counting. */
import type { Draw } from "../../draw.ts";
import { exercise } from "../../exercise.ts";

type Data = { readonly widths: number[]; readonly batch: number; readonly bytes: number | null };

const sum = (x: readonly number[]) => x.reduce((total, xi) => total + xi, 0);
const inner = ({ widths }: Data) => widths.slice(1, -1);
const ends = ({ widths }: Data) => widths[0]! + widths.at(-1)!;
const weights = ({ widths }: Data) => sum(widths.slice(1).map((w, l) => w * widths[l]!));
const biases = ({ widths }: Data) => sum(widths.slice(1));
const perExample = (data: Data) => ends(data) + 2 * sum(inner(data));
/** Everything that follows from a number of values kept for one example. */
const stored = (data: Data, each: number, batch = data.batch) => ({
  storedValues: batch * each,
  bytes: batch * each * (data.bytes ?? 8),
});

export default exercise<typeof import("../../../exercises/08-training/activation-memory.ts")>()({
  title: "8.4 What must be stored",
  points: 1,
  source: "C07, C11, C12, D08, D19",
  exports: ["activationMemory"],
  input: (d: Draw): Data => ({
    widths: Array.from({ length: d.int(3, 6) }, () => d.int(2, 40)),
    batch: d.int(2, 64),
    bytes: d.pick([4, 8, null]),
  }),
  cases: (): Record<string, Data> => ({
    "no hidden layer": { widths: [5, 3], batch: 4, bytes: 4 },
    "a batch of one": { widths: [784, 16, 16, 16, 16, 10], batch: 1, bytes: null },
  }),
  worked: [
    ["cs434-homework-net-counts"],
    (given, expected) => ({
      input: { widths: given.vec("widths"), batch: 1, bytes: 4 },
      answer: {
        parameters: expected.num("parameters"),
        storedValues: expected.num("storedValuesPerExample"),
        bytes: 4 * expected.num("storedValuesPerExample"),
      },
    }),
  ],
  call: (s, { widths, batch, bytes }) =>
    bytes === null ? s.activationMemory(widths, batch) : s.activationMemory(widths, batch, bytes),
  parts: ({ equals }) => ({
    parameters: equals((data) => weights(data) + biases(data)),
    storedValues: equals((data) => stored(data, perExample(data)).storedValues),
    bytes: equals((data) => stored(data, perExample(data)).bytes),
  }),
  slips: [
    {
      id: "biases-forgotten",
      say: "parameters counts the weights only; every unit behind the input has a bias as well",
      answers: (data) => ({ parameters: weights(data) }),
    },
    {
      id: "biases-of-the-input",
      say: "parameters counts a bias for each input; the input is given, so only the units behind it have one",
      answers: (data) => ({ parameters: weights(data) + sum(data.widths) }),
    },
    {
      id: "biases-of-the-input",
      say: "parameters counts a bias for each unit that a layer reads; a bias belongs to a unit that is computed",
      answers: (data) => ({ parameters: weights(data) + sum(data.widths.slice(0, -1)) }),
    },
    {
      id: "batch-on-parameters",
      say: "parameters grows with the batch; all examples share one set of weights and biases",
      answers: (data) => ({ parameters: data.batch * (weights(data) + biases(data)) }),
    },
    {
      id: "batch-forgotten",
      say: "storedValues is that of one example; the values of every example of the batch have to be kept",
      answers: (data) => stored(data, perExample(data), 1),
    },
    {
      id: "one-value-per-unit",
      say: "storedValues keeps one number per hidden unit; z is needed for the slope and h for the weights behind it",
      answers: (data) => stored(data, ends(data) + sum(inner(data))),
    },
    {
      id: "two-values-for-all",
      say: "storedValues keeps two numbers for input and output units too; they have only one each",
      answers: (data) => stored(data, 2 * sum(data.widths)),
    },
    {
      id: "two-values-for-all",
      say: "storedValues keeps two numbers for each output; nothing bends the output here, so z and h are one",
      answers: (data) => stored(data, perExample(data) + data.widths.at(-1)!),
    },
    {
      id: "input-forgotten",
      say: "storedValues lacks the input; the gradient of the first weights is made of it",
      answers: (data) => stored(data, perExample(data) - data.widths[0]!),
    },
    {
      id: "output-forgotten",
      say: "storedValues lacks the output; the loss starts from it",
      answers: (data) => stored(data, perExample(data) - data.widths.at(-1)!),
    },
    {
      id: "bytes-of-parameters-too",
      say: "bytes contains the parameters; here it is the memory of the stored values alone",
      answers: (data) => ({
        bytes: (data.batch * perExample(data) + weights(data) + biases(data)) * (data.bytes ?? 8),
      }),
    },
    {
      id: "bytes-fixed",
      say: "bytes always takes 8 bytes for a number; the third argument may say otherwise",
      answers: (data) => ({ bytes: 8 * data.batch * perExample(data) }),
    },
  ],
  hints: [
    "What does the backward pass read at each layer? And which of it is different for every example?",
    "A hidden unit keeps two numbers, an input or output one. Only these are multiplied by the batch.",
    "parameters adds widths[l] * (widths[l - 1] + 1); storedValues = batch * (first + 2 * hidden ones + last).",
  ],
});
