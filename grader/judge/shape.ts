/** @file Descriptions of well-formed answers, for parts that judge a property. */
import { isTag, type Plain } from "../plain.ts";

/** Returns the value, typed, or throws a {@link Malformed} whose message a student can read. */
export type Shape<T> = (answer: Plain | undefined, name: string) => T;

/** The student's answer has another form than the one wanted: the message says which, and where. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** A value in a few words: "0.25", "an array of length 3", "a promise". */
export function describe(value: Plain | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (isTag(value)) return value.$;
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  if (typeof value === "object") return `an object with ${Object.keys(value).join(", ") || "no keys"}`;
  return typeof value === "number" ? `${+value.toPrecision(6)}` : JSON.stringify(value);
}

const expect =
  <T extends Plain>(what: string, ok: (value: Plain | undefined) => value is T): Shape<T> =>
  (value, name) => {
    if (ok(value)) return value;
    throw new Malformed(`${name || "the answer"} is ${describe(value)}; ${what} is expected`);
  };

export const number = expect("a number", (v): v is number => typeof v === "number");
export const int = expect("a whole number", (v): v is number => Number.isInteger(v));
export const text = expect("a text", (v): v is string => typeof v === "string");
export const bool = expect("true or false", (v): v is boolean => typeof v === "boolean");

export const list =
  <T>(of: Shape<T>): Shape<T[]> =>
  (value, name) => {
    if (!Array.isArray(value))
      throw new Malformed(`${name || "the answer"} is ${describe(value)}; an array is expected`);
    return value.map((entry, i) => of(entry, `${name}[${i}]`));
  };

export const record =
  <R extends Record<string, unknown>>(fields: { readonly [K in keyof R]: Shape<R[K]> }): Shape<R> =>
  (value, name) => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || isTag(value))
      throw new Malformed(`${name || "the answer"} is ${describe(value)}; an object is expected`);
    const from = value as { readonly [key: string]: Plain };
    const read = Object.entries<Shape<unknown>>(fields).map(([key, of]) => [
      key,
      of(Object.hasOwn(from, key) ? from[key] : undefined, name ? `${name}.${key}` : key),
    ]);
    return Object.fromEntries(read) as R;
  };

/** The shape, or nothing at all. */
export const maybe =
  <T>(of: Shape<T>): Shape<T | undefined> =>
  (value, name) =>
    value === undefined ? undefined : of(value, name);

/** The shape, or nothing where the answer has another: for a part that judges something else. */
export const orNothing =
  <T>(of: Shape<T>): Shape<T | undefined> =>
  (value, name) => {
    try {
      return of(value, name);
    } catch (error) {
      if (error instanceof Malformed) return undefined;
      throw error;
    }
  };
