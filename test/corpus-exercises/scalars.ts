/** @file Expressions of single numbers: chain, dag, logmax. */
import { solve } from "./exercise.ts";

export const chain = solve("y = exp(sin(x²))·(3x + 1)", {
  input: (d) => ({ x: d.real(-2, 2) }),
  model: (p, { of }) => {
    const x = of(p.x);
    const square = x.square();
    const sine = square.sin();
    const exponential = sine.exp();
    const line = x.mul(3).add(1);
    return { x, square, sine, exponential, line, loss: exponential.mul(line) };
  },
  call: (s, given) => s.solve(given, ({ x }) => Math.exp(Math.sin(x * x)) * (3 * x + 1)),
  parts: ({ gradient }) => ({ x: gradient("x") }),
});

export const dag = solve("a = x·y, b = a + x, c = tanh(b)·y, L = c + a²", {
  input: (d) => ({ x: d.real(-1.5, 1.5), y: d.real(-1.5, 1.5) }),
  model: (p, { of }) => {
    const [x, y] = [of(p.x), of(p.y)];
    const a = x.mul(y);
    const b = a.add(x);
    const c = b.tanh().mul(y);
    return { x, y, a, b, c, loss: c.add(a.mul(a)) };
  },
  parts: ({ gradient }) => ({ x: gradient("x"), y: gradient("y") }),
});

export const logmax = solve("y = 2·log10(x1 + sin x1)·max(x2, x3)", {
  input: (d) => ({ x1: d.real(0.2, 3), x2: d.real(-3, 3), x3: d.real(-3, 3) }),
  cases: () => ({
    "x2 a little above x3": { x1: 1.3, x2: 0.704, x3: 0.7 },
    "x2 a little below x3": { x1: 0.8, x2: -1.2, x3: -1.197 },
  }),
  model: (p, { of }) => {
    const [x1, x2, x3] = [of(p.x1), of(p.x2), of(p.x3)];
    const u = x1.add(x1.sin());
    const logarithm = u.log10();
    const larger = x2.max(x3);
    return { x1, x2, x3, u, logarithm, larger, loss: logarithm.mul(2).mul(larger) };
  },
  parts: ({ gradient }) => ({ x1: gradient("x1"), x2: gradient("x2"), x3: gradient("x3") }),
});
