/** @file Runs cases and writes what came of each as JSON. Runs beside the student's code, in the cell and in the notebook. */
import { readThrown } from "./thrown.ts";

// Taken when this file loads, before any student's code: a later patch of a builtin cannot change what is written.
const { parse, stringify } = JSON;
const { isArray } = Array;
const { hasOwn, keys, getPrototypeOf, getOwnPropertyDescriptor } = Object;
const { apply } = Reflect;
const typedArray = getPrototypeOf(Float64Array.prototype);
/** The engine's own getter: "Float64Array" …, undefined for everything else, whatever the object claims. */
const kindOfView = getOwnPropertyDescriptor(typedArray, Symbol.toStringTag)?.get as () => string | undefined;
const lengthOfView = getOwnPropertyDescriptor(typedArray, "length")?.get as () => number;

const LONGEST_TEXT = 2000;
const DEEPEST = 8;
/** Characters that one answer may take. */
const LONGEST_ANSWER = 400_000;

const tag = (what: string) => `{"$":"${what}"}`;

/**
 * JSON of any value; what is not plain becomes `{"$": what it is}`.
 * Every property is read exactly once, and what is read is used: a getter or a proxy can choose an answer, not two.
 */
export function write(answer: unknown): string {
  let left = LONGEST_ANSWER;
  const counted = (text: string) => {
    left -= text.length;
    return text;
  };
  const list = (length: number, at: (i: number) => string) => {
    let out = "";
    for (let i = 0; i < length && left > 0; i++) out += counted(i ? "," : "") + at(i);
    return `[${out}]`;
  };
  const object = (value: object, depth: number): string => {
    if (depth > DEEPEST) return counted(tag("nested too deep"));
    if (isArray(value))
      return list(value.length, (i) => {
        const entry = value[i];
        return entry === undefined && !hasOwn(value, i) ? counted(tag("a hole")) : any(entry, depth + 1);
      });
    if (apply(kindOfView, value, []) !== undefined)
      return list(apply(lengthOfView, value, []), (i) => any((value as Float64Array)[i], depth + 1));
    if (typeof (value as { then?: unknown }).then === "function") return counted(tag("a promise"));
    const names = keys(value);
    let out = "";
    for (let i = 0; i < names.length && left > 0; i++) {
      const name = names[i] as string;
      out += counted(`${i ? "," : ""}${stringify(name)}:`);
      out += any((value as Record<string, unknown>)[name], depth + 1);
    }
    return `{${out}}`;
  };
  const any = (value: unknown, depth: number): string => {
    if (typeof value === "number")
      return counted(
        value - value !== 0 ? tag(`${value}`) : value === 0 && 1 / value < 0 ? "-0" : `${value}`,
      );
    if (typeof value === "string")
      return counted(value.length > LONGEST_TEXT ? tag("a long text") : stringify(value));
    if (typeof value === "boolean" || value === null) return counted(`${value}`);
    if (typeof value === "object") return object(value, depth);
    return counted(tag(value === undefined ? "undefined" : `a ${typeof value}`));
  };
  const text = any(answer, 0);
  return left > 0 ? text : tag("too much");
}

/** Whether a value is still the plain data that it was made from. */
function same(now: unknown, was: unknown): boolean {
  if (typeof was !== "object" || was === null) return now === was;
  if (typeof now !== "object" || now === null || isArray(now) !== isArray(was)) return false;
  const names = keys(was);
  if (keys(now).length !== names.length) return false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (!hasOwn(now, name)) return false;
    if (!same((now as Record<string, unknown>)[name], (was as Record<string, unknown>)[name])) return false;
  }
  return true;
}

type Call<K> = (student: never, input: never, kit: K) => unknown;

/** One case; `pristine` is the same input again, which no student's code sees. */
function runCase<K>(student: unknown, call: Call<K>, kit: K, input: unknown, pristine: unknown): string {
  try {
    const answer = write(call(student as never, input as never, kit));
    return `{"answer":${answer},"changedInput":${!same(input, pristine)}}`;
  } catch (thrown) {
    const { name, message, line } = readThrown(thrown);
    if (name === "InternalError" && message === "out of memory") return '{"stopped":"memory"}';
    const at = line === undefined ? "" : `,"line":${line}`;
    return `{"threw":{"name":${stringify(name)},"message":${stringify(message)}${at}}}`;
  }
}

/**
 * Runs every input of a JSON array and writes what came of it.
 *
 * @param student the module's exports
 * @returns JSON of one Outcome (grader/runner.ts) per input
 */
export function runCases<K>(student: unknown, call: Call<K>, makeKit: () => K, inputsJson: string): string {
  const inputs = parse(inputsJson) as unknown[];
  const pristine = parse(inputsJson) as unknown[];
  let all = "";
  for (let i = 0; i < inputs.length; i++)
    all += (i ? "," : "") + runCase(student, call, makeKit(), inputs[i], pristine[i]);
  return `[${all}]`;
}
