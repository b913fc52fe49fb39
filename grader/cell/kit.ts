/** @file What a spec's `call` may use. Runs beside the student's code and asks no builtin that they can patch. */
import { mulberry32 } from "../../src/data/random.ts";
import type { Act, ActName, Fn1, Mat, Vec } from "../../src/types.ts";
import { readThrown } from "./thrown.ts";

/** Scalar functions with their slopes: the course's activations, and those that difference quotients are tried on. */
export type FnName = ActName | "square" | "cube" | "reciprocal" | "log" | "abs";

/** Notes every point where a function is asked; a vector is noted as it was at that moment. */
interface Spy<X, Y> {
  readonly fn: (x: X) => Y;
  readonly args: X[];
}
/** z ↦ act(W z), with its Jacobian. */
interface Layer {
  f(z: Vec): Vec;
  J(z: Vec): Mat;
  /** Where J was asked. */
  readonly asked: Vec[];
}

/** Layers one after the other, as a student's loop meets them. */
interface Chain {
  readonly layers: readonly Pick<Layer, "f" | "J">[];
  /** How often the entry of a Jacobian that was read most was read, over all times that its layer was asked. */
  mostReads(): number;
  /** Where a layer was first asked at a vector of another length than it takes: it answers NaN then. "" if nowhere. */
  misfit(): string;
}

export interface Kit {
  /** The named activation and its slope, both at the input z; `alpha` is leakyRelu's slope for z < 0. */
  act(name: FnName, alpha?: number): Act;
  /** The named scalar function and its derivative. */
  fn(name: FnName): Act;
  /** c[0] + c[1]·x + c[2]·x² + …, and its derivative. */
  polynomial(c: Vec): Act;
  spy<X, Y>(f: (x: X) => Y): Spy<X, Y>;
  layer(W: Mat, act: FnName): Layer;
  /** A layer for each matrix. */
  chain(Ws: readonly Mat[], acts: readonly FnName[]): Chain;
  /** Uniform in [0, 1), the same numbers for the same seed. */
  rng(seed: number): () => number;
  /** The result, or the text of what was thrown; "not implemented" and a spent budget pass through. */
  attempt<T>(run: () => T): { readonly value: T } | { readonly threw: string };
  /** A matrix that counts how often each entry is read. */
  watch(matrix: Mat): { readonly matrix: Mat; reads(): Mat };
}

// Taken when this file loads, before any student's code.
const { abs, cos, exp, log, max, sin, tanh } = Math;
const { isArray } = Array;
const Proxied = Proxy;

const sigmoid: Fn1 = (z) => (z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)));
const functions: Readonly<Record<Exclude<FnName, "leakyRelu">, Act>> = {
  identity: { f: (z) => z, df: () => 1 },
  sigmoid: { f: sigmoid, df: (z) => sigmoid(z) * sigmoid(-z) },
  tanh: { f: tanh, df: (z) => 1 - tanh(z) * tanh(z) },
  relu: { f: (z) => max(z, 0), df: (z) => (z > 0 ? 1 : 0) },
  sin: { f: sin, df: cos },
  cos: { f: cos, df: (z) => -sin(z) },
  exp: { f: exp, df: exp },
  square: { f: (x) => x * x, df: (x) => 2 * x },
  cube: { f: (x) => x * x * x, df: (x) => 3 * x * x },
  reciprocal: { f: (x) => 1 / x, df: (x) => -1 / (x * x) },
  log: { f: log, df: (x) => 1 / x },
  abs: { f: abs, df: (x) => (x > 0 ? 1 : x < 0 ? -1 : 0) },
};
const leakyRelu = (alpha: number): Act => ({
  f: (z) => (z >= 0 ? z : alpha * z),
  df: (z) => (z >= 0 ? 1 : alpha),
});
const act = (name: FnName, alpha = 0.01): Act => (name === "leakyRelu" ? leakyRelu(alpha) : functions[name]);

/** Horner's scheme for Σ c[k]·xᵏ. */
const horner =
  (c: Vec): Fn1 =>
  (x) => {
    let sum = 0;
    for (let k = c.length - 1; k >= 0; k--) sum = sum * x + (c[k] as number);
    return sum;
  };

const copy = <X>(x: X): X => {
  if (!isArray(x)) return x;
  const out: unknown[] = [];
  for (let i = 0; i < x.length; i++) out[i] = x[i];
  return out as X;
};

const spy = <X, Y>(f: (x: X) => Y): Spy<X, Y> => {
  const args: X[] = [];
  return {
    args,
    fn: (x) => {
      args[args.length] = copy(x);
      return f(x);
    },
  };
};

const times = (W: Mat, z: Vec): Vec => {
  const out: Vec = [];
  for (let i = 0; i < W.length; i++) {
    let sum = 0;
    for (let j = 0; j < z.length; j++) sum += (W[i] as Vec)[j]! * z[j]!;
    out[i] = sum;
  }
  return out;
};

const layer = (W: Mat, name: FnName): Layer => {
  const { f, df } = act(name);
  const asked: Vec[] = [];
  return {
    asked,
    f: (z) => {
      const out = times(W, z);
      for (let i = 0; i < out.length; i++) out[i] = f(out[i]!);
      return out;
    },
    J: (z) => {
      asked[asked.length] = copy(z);
      const a = times(W, z);
      const rows: Mat = [];
      for (let i = 0; i < W.length; i++) {
        const row: Vec = [];
        for (let j = 0; j < z.length; j++) row[j] = df(a[i]!) * W[i]![j]!;
        rows[i] = row;
      }
      return rows;
    },
  };
};

const watch = (matrix: Mat) => {
  const counts: Mat = [];
  const rows: Mat = [];
  for (let i = 0; i < matrix.length; i++) {
    const count: Vec = [];
    for (let j = 0; j < matrix[i]!.length; j++) count[j] = 0;
    counts[i] = count;
    rows[i] = new Proxied(matrix[i]!, {
      get: (row, key) => {
        const j = typeof key === "string" ? +key : -1;
        if (count[j] !== undefined) count[j]++;
        return row[key as unknown as number];
      },
    });
  }
  return {
    matrix: rows,
    reads: () => {
      const out: Mat = [];
      for (let i = 0; i < counts.length; i++) out[i] = copy(counts[i]!);
      return out;
    },
  };
};

const chain = (Ws: readonly Mat[], acts: readonly FnName[]): Chain => {
  let misfit = "";
  const asked: { readonly of: number; reads(): Mat }[] = [];
  const fitted = (k: number, what: string, z: Vec): Vec => {
    const width = (Ws[k] as Mat)[0]!.length;
    if (isArray(z) && z.length === width) return z;
    misfit ||= `layers[${k}].${what} takes ${width} numbers and was asked at ${isArray(z) ? z.length : "none"}`;
    const nowhere: Vec = [];
    for (let i = 0; i < width; i++) nowhere[i] = Number.NaN;
    return nowhere;
  };
  const layers: Pick<Layer, "f" | "J">[] = [];
  for (let k = 0; k < Ws.length; k++) {
    const { f, J } = layer(Ws[k] as Mat, acts[k] as FnName);
    layers[k] = {
      f: (z) => f(fitted(k, "f", z)),
      J: (z) => {
        const { matrix, reads } = watch(J(fitted(k, "J", z)));
        asked[asked.length] = { of: k, reads };
        return matrix;
      },
    };
  }
  const mostReads = () => {
    let most = 0;
    for (let k = 0; k < Ws.length; k++) {
      const sums: Mat = [];
      for (let a = 0; a < asked.length; a++)
        if (asked[a]!.of === k) most = max(most, addUp(sums, asked[a]!.reads()));
    }
    return most;
  };
  return { layers, mostReads, misfit: () => misfit };
};
/** Adds a matrix to the sums; their largest entry. */
const addUp = (sums: Mat, matrix: Mat): number => {
  let most = 0;
  for (let i = 0; i < matrix.length; i++) {
    sums[i] ??= [];
    for (let j = 0; j < matrix[i]!.length; j++) {
      const sum = (sums[i]![j] ?? 0) + matrix[i]![j]!;
      sums[i]![j] = sum;
      most = max(most, sum);
    }
  }
  return most;
};

const attempt = <T>(run: () => T) => {
  try {
    return { value: run() };
  } catch (thrown) {
    const { name, message } = readThrown(thrown);
    if (name === "NotImplementedError") throw thrown;
    return { threw: message };
  }
};

export const makeKit = (): Kit => ({
  act,
  fn: act,
  polynomial: (c) => {
    const slope: Vec = [];
    for (let k = 1; k < c.length; k++) slope[k - 1] = k * c[k]!;
    return { f: horner(c), df: horner(slope) };
  },
  spy,
  layer,
  chain,
  rng: mulberry32,
  attempt,
  watch,
});
