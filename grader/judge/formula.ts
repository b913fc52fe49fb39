/** @file Reads pen-and-paper answers: numbers, names, + - * / ^, brackets and a few functions. */

const functions: Readonly<Record<string, (...xs: number[]) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
  abs: Math.abs,
  max: Math.max,
};
const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };
const LONGEST = 300;

class Unreadable extends Error {}

/** How students also write the operators. */
const asciiOf = (text: string) =>
  text.replaceAll("**", "^").replace(/[−–]/g, "-").replace(/[·×]/g, "*").replaceAll("÷", "/");

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/**
 * The value of a formula where its names have these values; or a sentence that says what cannot be read.
 * `^` binds tighter than a sign and groups to the right: -x^2 is -(x^2), x^y^z is x^(y^z).
 */
export function evaluate(formula: string, values: Readonly<Record<string, number>>): number | string {
  if (formula.length > LONGEST) return "the formula is too long";
  const tokens = asciiOf(formula).match(/(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|[A-Za-z_]\w*|\S/g) ?? [];
  let at = 0;
  const next = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };
  const need = (token: string, what: string) => {
    if (!next(token)) throw new Unreadable(`${what} is missing`);
  };

  const sum = (): number => {
    let value = product();
    for (;;) {
      if (next("+")) value += product();
      else if (next("-")) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = signed();
    for (;;) {
      if (next("*")) value *= signed();
      else if (next("/")) value /= signed();
      else return value;
    }
  };
  const signed = (): number => (next("-") ? -signed() : next("+") ? signed() : power());
  const power = (): number => {
    const base = atom();
    return next("^") ? base ** signed() : base;
  };
  const atom = (): number => {
    const token = tokens[at++];
    if (token === undefined) throw new Unreadable("the formula ends too early");
    if (token === "(") {
      const value = sum();
      need(")", "a closing bracket");
      return value;
    }
    if (/^[\d.]/.test(token)) return Number(token);
    const apply = own(functions, token);
    if (apply) {
      need("(", `the bracket after ${token}`);
      const inputs = [sum()];
      while (next(",")) inputs.push(sum());
      need(")", "a closing bracket");
      return apply(...inputs);
    }
    const value = own(values, token) ?? own(constants, token);
    if (value === undefined) throw new Unreadable(unknown(token, Object.keys(values)));
    return value;
  };

  try {
    const value = sum();
    const rest = tokens[at];
    if (rest === undefined) return value;
    const product = /^[\w(]/.test(rest) ? "; write * for a product" : "";
    return `"${rest}" is not expected after "${tokens[at - 1]}"${product}`;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

function unknown(name: string, known: readonly string[]): string {
  if (name === "log") return '"log" may mean two things: write ln for the natural logarithm, or log10';
  return `"${name}" is not known here; use ${[...known, ...Object.keys(functions)].join(", ")}`;
}
