/** @file Pen-and-paper answers: + - * / ^ ( ) and a few functions. A number, or a sentence. */
const functions: Record<string, (x: number) => number> = {
  sin: Math.sin,
  cos: Math.cos,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
  abs: Math.abs,
};
export function evaluate(source: string, env: Record<string, number>): number | string {
  if (source.length > 300) return "the formula is too long";
  const tokens = source.match(/\d+(\.\d+)?|[A-Za-z]\w*|\S/g) ?? [];
  let i = 0;
  const next = (t: string) => tokens[i] === t && (i++, true);
  const sum = (): number => {
    let v = product();
    for (;;) {
      if (next("+")) v += product();
      else if (next("-")) v -= product();
      else return v;
    }
  };
  const product = (): number => {
    let v = signed();
    for (;;) {
      if (next("*")) v *= signed();
      else if (next("/")) v /= signed();
      else return v;
    }
  };
  const signed = (): number => (next("-") ? -signed() : power());
  const power = (): number => {
    const base = atom();
    return next("^") ? base ** signed() : base;
  };
  const atom = (): number => {
    const t = tokens[i++];
    if (t === undefined) throw new Error("the formula ends too early");
    if (t === "(") {
      const v = sum();
      if (!next(")")) throw new Error("a closing bracket is missing");
      return v;
    }
    if (/^\d/.test(t)) return Number(t);
    const f = functions[t];
    if (f && next("(")) {
      const v = f(sum());
      if (!next(")")) throw new Error("a closing bracket is missing");
      return v;
    }
    const v = Object.hasOwn(env, t) ? env[t] : undefined;
    if (v === undefined) throw new Error(`"${t}" is not known here; use ${Object.keys(env).join(", ")}`);
    return v;
  };
  try {
    const v = sum();
    return i < tokens.length ? `"${tokens[i]}" is not expected` : v;
  } catch (e) {
    return e instanceof RangeError ? "too many brackets" : (e as Error).message;
  }
}
