/** @file The words in which a spec's parts are written; each words its own failure. */
import type { At, Options, Parts } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import { type Difference, differences, type Expected, misfit } from "./compare.ts";
import { formula } from "./formula-part.ts";
import { gradientVerdict } from "./gradient.ts";
import type { Verdict } from "./verdict.ts";
import { FIRST, malformedAt, placeOf, right, verdictOf, wellFormed, wrong } from "./verdicts.ts";

/** An answer beside what is expected: its form, then its numbers. */
function compare(
  part: string,
  expected: Expected,
  answer: Plain | undefined,
  options: Options,
  { secret = false, order }: { secret?: boolean; order?: (d: Difference) => number } = {},
): Verdict {
  const malformed = misfit(expected, answer, [part]);
  if (malformed) return malformedAt(malformed);
  return verdictOf([...differences(expected, answer, [part], options, secret)], options, order);
}

/** A derivative is worth two forward values: with equal shares a forward pass alone would earn half. */
const derivative = ({ share = 2 }: Options) => ({ share });
const shareOf = ({ share = 1 }: Options) => ({ share });
/** Forward values are looked at before gradients, the earliest first: all else may follow from it. */
const FORWARD = FIRST / 2;

/** Does an expected answer change with the input? If not, saying it would be handing out the answer key. */
function isConstant<I>({ cases }: At<I>, expected: (input: I, truth: At<I>["truth"]) => unknown): boolean {
  const [first, ...rest] = cases.map(({ input, truth }) => JSON.stringify(expected(input, truth)));
  return rest.every((each) => each === first);
}

export const words: Parts<never, Record<string, never>> = {
  value: (quantity, options = {}) => ({
    asks: { what: "value", of: quantity },
    ...shareOf(options),
    judge: ({ truth, part }, answer) => {
      const places = truth.order(quantity);
      const order = ({ path }: Difference) => FORWARD - placeOf(places, path);
      return compare(part, truth.certain.value(quantity), answer, options, { order });
    },
    expects: ({ truth }) => truth.value(quantity),
  }),
  gradient: (wrt, of = "loss" as never, options = {}) => ({
    asks: { what: "gradient", of, wrt },
    ...(of === "loss" && { gradientOf: wrt }),
    ...derivative(options),
    judge: (at, answer) => gradientVerdict(at, answer, wrt, of, options),
    expects: ({ truth, theirs }) =>
      of === "loss" && theirs.size ? truth.stepwise(wrt, theirs) : truth.gradient(wrt, of),
  }),
  tangent: (of, along, options = {}) => ({
    asks: { what: "tangent", of, wrt: along },
    ...derivative(options),
    judge: ({ truth, part }, answer) => compare(part, truth.certain.tangent(of, along), answer, options),
    expects: ({ truth }) => truth.tangent(of, along),
  }),
  jacobian: (of, wrt, options = {}) => ({
    asks: { what: "jacobian", of, wrt },
    ...derivative(options),
    judge: ({ truth, part }, answer) => compare(part, truth.certain.jacobian(of, wrt), answer, options),
    expects: ({ truth }) => truth.jacobian(of, wrt),
  }),
  equals: (expected, options = {}) => ({
    ...shareOf(options),
    judge: (at, answer) => {
      const wanted = expected(at.input, at.truth) as Expected;
      const verdict = compare(at.part, wanted, answer, options);
      if (verdict.is === "right" || !isConstant(at, expected)) return verdict;
      return compare(at.part, wanted, answer, options, { secret: true });
    },
    expects: ({ input, truth }) => expected(input, truth),
  }),
  derives: (from, expected, options = {}) => ({
    ...shareOf(options),
    judge: (at, answer, whole) =>
      wellFormed(() => compare(at.part, expected(from(whole, ""), at.input) as Expected, answer, options)),
  }),
  holds: (shape, says, options = {}) => ({
    ...shareOf(options),
    judge: ({ input }, _answer, whole) =>
      wellFormed(() => {
        const said = says(shape(whole, ""), input);
        return said === true ? right : wrong(said);
      }),
  }),
  formula,
};
