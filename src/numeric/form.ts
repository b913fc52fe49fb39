/** @file Numbers in arrays and objects, nested: what a function is differentiated by. Its gradient has the same form. */

export interface Entry {
  /** "x[2]"; "W[1][0]" in an object. */
  readonly at: string;
  readonly value: number;
}

const within = (at: string, key: string | number): string =>
  typeof key === "number" ? `${at || "x"}[${key}]` : at ? `${at}.${key}` : key;

/**
 * All numbers of x in order, each with its place.
 *
 * @throws {TypeError} if anything else stands in x
 */
export function entriesOf(x: unknown, at = ""): Entry[] {
  if (typeof x === "number") return [{ at: at || "x", value: x }];
  if (Array.isArray(x)) return x.flatMap((part, i) => entriesOf(part, within(at, i)));
  if (typeof x === "object" && x !== null)
    return Object.entries(x).flatMap(([name, part]) => entriesOf(part, within(at, name)));
  throw new TypeError(`${at || "x"} is ${describe(x)}; a number is expected`);
}

/** Other numbers in the form of x, in the same order. */
export function formed<X>(x: X, numbers: readonly number[]): X {
  const next = numbers.values();
  const form = (part: unknown): unknown => {
    if (typeof part === "number") return next.next().value;
    if (Array.isArray(part)) return part.map(form);
    return Object.fromEntries(Object.entries(part as object).map(([name, inner]) => [name, form(inner)]));
  };
  return form(x) as X;
}

/** Where the gradient first has another form than x, as a sentence; undefined if it has the same. */
export function formDiffers(x: unknown, gradient: unknown, at = ""): string | undefined {
  const [wanted, given] = [describe(x), describe(gradient)];
  if (wanted !== given) return `The gradient ${at && `of ${at} `}is ${given}; ${at || "x"} is ${wanted}`;
  if (typeof x === "number") return undefined;
  for (const [key, part] of Object.entries(x as object)) {
    const inner = (gradient as { readonly [key: string]: unknown })[key];
    const found = formDiffers(part, inner, within(at, Array.isArray(x) ? Number(key) : key));
    if (found) return found;
  }
  return undefined;
}

/** "a number", "an array of shape (2, 3)", "an object with W, b", "undefined": for messages. */
export function describe(x: unknown): string {
  if (typeof x === "number") return "a number";
  if (Array.isArray(x)) {
    const shape = shapeOf(x);
    return shape && shape.length > 1
      ? `an array of shape (${shape.join(", ")})`
      : `an array of length ${x.length}`;
  }
  if (typeof x === "object" && x !== null)
    return `an object with ${Object.keys(x).sort().join(", ") || "no keys"}`;
  return typeof x === "string" ? `the text "${x}"` : typeof x === "function" ? "a function" : String(x);
}

/** Of a nested array whose rows are alike. */
function shapeOf(x: unknown): readonly number[] | undefined {
  if (!Array.isArray(x)) return [];
  const [first, ...others] = x.map(shapeOf);
  if (x.length === 0) return [0];
  return first && others.every((shape) => String(shape) === String(first)) ? [x.length, ...first] : undefined;
}
