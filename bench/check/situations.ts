/** @file Hard but legal points of the corpus exercises whose output is one number: what a fixed tolerance stumbles over. */
import { type Draw, draw } from "../../grader/draw.ts";
import { corpusExercises } from "../../test/corpus-exercises/index.ts";

// biome-ignore lint/suspicious/noExplicitAny: inputs of fifteen exercises
type Point = any;
/** Makes an ordinary point a hard one; exercises that are not listed have no such point. */
type Hard = Readonly<Record<string, (p: Point, d: Draw) => Point>>;

const scaled = (value: Point, factor: number): Point =>
  typeof value === "number" ? factor * value : value.map((each: Point) => scaled(each, factor));
const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
/** 1e-8 to 1e-5 beside a kink, on either side. */
const beside = (d: Draw) => d.pick([-1, 1]) * 10 ** d.real(-8, -5);

const nearKink: Hard = {
  hinge: (p, d) => ({ ...p, b: p.y[0] * (1 + beside(d)) - dot(p.X[0], p.w) }),
  huber: (p, d) => ({ ...p, p: [p.t[0] + p.delta + beside(d), ...p.p.slice(1)] }),
  logmax: (p, d) => ({ ...p, x2: p.x3 + beside(d) }),
  mlp: (p, d) => ({
    ...p,
    b1: p.b1.with(
      0,
      beside(d) -
        dot(
          p.X[0],
          p.W1.map((row: number[]) => row[0]!),
        ),
    ),
  }),
  relu: (p, d) => ({ ...p, X: p.X.with(0, p.X[0].with(0, beside(d))) }),
  "toynet-relu": (p, d) => ({ ...p, b0: beside(d) - p.w0 * p.x }),
};

/** Logits of about 15 and units whose slope is about 1e-6. */
const saturated: Hard = Object.fromEntries(
  ["logreg", "logreg-l2"].map((name) => [name, (p: Point) => ({ ...p, w: scaled(p.w, 6) })]),
);
const saturatedNets: Hard = {
  mlp: (p) => ({ ...p, W2: scaled(p.W2, 6) }),
  softmaxce: (p) => ({ ...p, Z: scaled(p.Z, 6) }),
  tanh221: (p) => ({ ...p, W1: scaled(p.W1, 4), w2: scaled(p.w2, 4) }),
  toynet: (p) => ({ ...p, w0: 5 * p.w0, w1: 4 * p.w1, w2: 4 * p.w2 }),
};

const linearBy = (factor: number): Hard => ({
  hinge: (p) => ({ ...p, X: scaled(p.X, factor) }),
  huber: (p) => ({ p: scaled(p.p, factor), t: scaled(p.t, factor), delta: factor * p.delta }),
  linear: (p) => ({ ...p, X: scaled(p.X, factor), G: scaled(p.G, factor) }),
  logreg: (p) => ({ ...p, X: scaled(p.X, factor), w: scaled(p.w, 1 / factor) }),
  mse: (p) => ({ ...p, X: scaled(p.X, factor), y: scaled(p.y, factor) }),
  relu: (p) => ({ X: scaled(p.X, factor), G: scaled(p.G, factor) }),
});

const SCALAR = corpusExercises.filter(({ spec, id }) => spec.model && !/jac-|momentum/.test(id));
const everywhere: Hard = Object.fromEntries(SCALAR.map(({ id }) => [id.slice("corpus/".length), (p) => p]));

interface Situation {
  readonly hard: Hard;
  /** Added to the loss: its gradient stays, the digits of its value go. */
  readonly offset?: number;
}
export const situations: Readonly<Record<string, Situation>> = {
  ordinary: { hard: everywhere },
  "near a kink": { hard: nearKink },
  saturated: { hard: { ...saturated, ...saturatedNets } },
  "loss + 1e6": { hard: everywhere, offset: 1e6 },
  "data × 1e4": { hard: linearBy(1e4) },
  "data × 1e-4": { hard: linearBy(1e-4) },
};

export interface HardPoint {
  readonly exercise: string;
  readonly input: Point;
  readonly offset: number;
}

/** The exercises take turns. */
export function pointsOf({ hard, offset = 0 }: Situation, count: number, seed: number): HardPoint[] {
  const makers = Object.entries(hard);
  return Array.from({ length: count }, (_, i) => {
    const d = draw(seed * 1_000_003 + i);
    const [exercise, make] = makers[i % makers.length]!;
    const { spec } = SCALAR.find(({ id }) => id === `corpus/${exercise}`)!;
    return { exercise, input: make(spec.input(d), d), offset };
  });
}
