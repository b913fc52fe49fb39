/** @file An answer beside what is expected: its form first, then its numbers, one by one. */
import type { Options } from "../exercise.ts";
import { shapeText } from "../model/nest.ts";
import { Entry } from "../model/reference.ts";
import { isTag, type Plain } from "../plain.ts";
import { describe } from "./shape.ts";
import type { Row } from "./verdict.ts";

/** What is expected: nested arrays and records; numbers of a model as entries, all else as it is. */
export type Expected =
  | Entry
  | number
  | string
  | boolean
  | null
  | undefined
  | readonly Expected[]
  | { readonly [key: string]: Expected };

export type Path = readonly (string | number)[];
export interface Difference {
  readonly is: "near" | "wrong";
  /** The form differs: no number was compared. */
  readonly malformed: boolean;
  readonly path: Path;
  readonly row: Row;
  /** "dF[3] is 0.25; the checked value is 0.5" */
  readonly happened: string;
}

/** Within this part of the largest number expected, an answer is near: float32, an ε in a logarithm, differences. */
const NEAR = 1e-5;

/** dF[3], dOmega[1][0][2], params.w[0] */
export const nameOf = (path: Path): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : i ? `.${step}` : step)).join("");

const isRecord = (value: unknown): value is { readonly [key: string]: never } =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Entry);
const ownValue = (record: object, key: string) =>
  Object.hasOwn(record, key) ? (record as { readonly [key: string]: Plain })[key] : undefined;

/** The shape of nested arrays whose rows are equally long; undefined if they are not. */
function regularShape(nested: unknown): readonly number[] | undefined {
  if (!Array.isArray(nested)) return [];
  const shapes = nested.map(regularShape);
  const [first = []] = shapes;
  return shapes.every((shape) => shape !== undefined && shape.join() === first.join())
    ? [nested.length, ...first]
    : undefined;
}

/** The first place where the answer has another form; undefined if every number expected meets a number. */
export function misfit(expected: Expected, answer: Plain | undefined, path: Path): Difference | undefined {
  const where = nameOf(path);
  const differs = (happened: string, shapes: Pick<Row, "shape" | "wantedShape"> = {}): Difference => ({
    is: "wrong",
    malformed: true,
    path,
    row: { where, yours: describe(answer), ...shapes },
    happened,
  });
  if (answer === undefined) return differs(`${where} is missing from what you return`);
  if (Array.isArray(expected)) {
    const [wanted, given] = [regularShape(expected), regularShape(answer)];
    if (!Array.isArray(answer)) {
      const what = wanted
        ? `an array of shape ${shapeText(wanted)}`
        : `an array of length ${expected.length}`;
      return differs(`${where} is ${describe(answer)}; ${what} is expected`);
    }
    if (wanted && given && wanted.join() !== given.join()) {
      const [shape, wantedShape] = [shapeText(given), shapeText(wanted)];
      return differs(`${where} has shape ${shape}; ${wantedShape} is expected`, { shape, wantedShape });
    }
    if (answer.length !== expected.length)
      return differs(`${where} has length ${answer.length}; ${expected.length} is expected`);
    return first(expected, (each, i) => misfit(each, answer[i], [...path, i]));
  }
  if (isRecord(expected)) {
    if (!isRecord(answer) || isTag(answer))
      return differs(`${where} is ${describe(answer)}; an object is expected`);
    return first(Object.entries<Expected>(expected), ([key, each]) =>
      misfit(each, ownValue(answer, key), [...path, key]),
    );
  }
  if (expected instanceof Entry || (typeof expected === "number" && Number.isFinite(expected)))
    return typeof answer === "number"
      ? undefined
      : differs(`${where} is ${describe(answer)}; a number is expected`);
  return undefined;
}
function first<T, R>(list: readonly T[], find: (each: T, i: number) => R | undefined): R | undefined {
  for (const [i, each] of list.entries()) {
    const found = find(each, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

const numbersIn = (expected: Expected): number[] => {
  if (expected instanceof Entry) return [expected.value];
  if (typeof expected === "number") return [expected];
  if (typeof expected !== "object" || expected === null) return [];
  return Object.values<Expected>(expected as { [key: string]: Expected }).flatMap(numbersIn);
};
/** The largest size among the numbers expected. */
const scaleOf = (expected: Expected): number =>
  numbersIn(expected).reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** Is the answer right? Said positively, so that NaN never is. */
function agrees(expected: Entry | number, answer: number, scale: number, { rel, abs }: Options): boolean {
  if (typeof expected === "number")
    return Math.abs(answer - expected) <= (rel ?? 1e-10) * Math.abs(expected) + (abs ?? 1e-12);
  const { value, low, high, spread } = expected;
  const within = (allowed: number) => answer >= low - allowed && answer <= high + allowed;
  const floor = 1e-12 * Math.abs(value) + 1e-14 * scale + (rel ?? 0) * Math.abs(value) + (abs ?? 0);
  return within(floor) || within(floor + 32 * spread());
}

/**
 * Every place where a well-formed answer differs, in the order of the answer.
 * @param secret the values expected are the answer key: they are not said
 */
export function* differences(
  expected: Expected,
  answer: Plain | undefined,
  path: Path,
  options: Options,
  secret = false,
  scale = scaleOf(expected),
): Generator<Difference> {
  if (typeof expected === "object" && expected !== null && !(expected instanceof Entry)) {
    const inside = Array.isArray(expected)
      ? [...expected.entries()]
      : Object.entries<Expected>(expected as never);
    for (const [key, each] of inside)
      yield* differences(
        each,
        (answer as Record<string, Plain>)[key],
        [...path, key],
        options,
        secret,
        scale,
      );
    return;
  }
  const where = nameOf(path);
  const numeric = expected instanceof Entry || typeof expected === "number";
  if (!numeric || typeof answer !== "number") {
    // NaN and Infinity come as tags.
    if (expected === answer || (numeric && isTag(answer) && answer.$ === String(expected))) return;
    const yours = describe(answer);
    yield {
      is: "wrong",
      malformed: false,
      path,
      row: { where, yours },
      happened: `${where} is ${yours}, which is not right`,
    };
    return;
  }
  if (agrees(expected, answer, scale, options)) return;
  const [low, high] = expected instanceof Entry ? [expected.low, expected.high] : [expected, expected];
  const near = NEAR * scale;
  const is = answer >= low - near && answer <= high + near ? "near" : "wrong";
  const yours = is === "near" ? `${answer}` : describe(answer);
  const { known, ...checked } = secret ? { known: ", which is not right" } : checkedValue(expected);
  yield {
    is,
    malformed: false,
    path,
    row: { where, yours, ...checked },
    happened: `${where} is ${yours}${known}`,
  };
}

function checkedValue(expected: Entry | number): { checked: number; error: number; known: string } {
  if (typeof expected === "number")
    return { checked: expected, error: 0, known: `; the checked value is ${describe(expected)}` };
  const { low, high } = expected;
  // An interval of rounding errors is no interval to speak of.
  if (low < high && describe(low) !== describe(high)) {
    const known = `, at a kink where anything from ${describe(low)} to ${describe(high)} is right`;
    return { checked: (low + high) / 2, error: (high - low) / 2, known };
  }
  const { value, error } = expected.checked();
  return { checked: value, error, known: `; the checked value is ${describe(value)}` };
}
