/** @file The cases of an exercise for one set of seeds: what is sent to the student's code, and what is true of it. */
import { draw } from "../draw.ts";
import type { AnyExercise, Part } from "../exercise.ts";
import { type Model, type Recorded, record } from "../model/node.ts";
import { KINK_FREE, read, type Truth, truthOf } from "../model/truth.ts";
import type { Plain } from "../plain.ts";
import { InfrastructureError } from "../runner.ts";
import { worked } from "../worked.ts";
import { words } from "./parts.ts";

export interface Case {
  readonly kind: "named" | "worked" | "random";
  /** What a failing student reads: "a cycle", "random input 3". */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The input without what is kept, and with what the model gives. */
  readonly sent: Plain;
  readonly truth: Truth;
  /** The model as it was recorded for this input. */
  readonly recorded: Recorded;
}
export interface Variant {
  readonly cases: readonly Case[];
  /** Further random cases that no verdict rests on: a named mistake must explain the answer there too. */
  readonly fresh: readonly Case[];
}

type Data = Readonly<Record<string, unknown>>;

function computed(spec: AnyExercise, kind: Case["kind"], name: string, input: Data): Case {
  const recorded: Recorded = record((ops) => (spec.model?.(input, ops) ?? {}) as Model);
  const { kept: _kept, ...open } = input;
  const given = read((spec.gives?.(recorded.model) ?? {}) as Model);
  const truth = truthOf(recorded.model, recorded.tape);
  return { kind, name, input, sent: { ...open, ...given } as Plain, truth, recorded };
}

/** A random case away from every kink. */
export function randomCase(spec: AnyExercise, seed: number): Case {
  for (let attempt = 0; attempt < 200; attempt++) {
    const input = spec.input(draw(seed * 1009 + attempt)) as Data;
    const made = computed(spec, "random", `random input ${seed}`, input);
    if (made.truth.margin >= KINK_FREE) return made;
  }
  throw new InfrastructureError(
    `${spec.title}: 200 random inputs in a row lie within ${KINK_FREE} of a kink`,
  );
}

/** The input of a worked example, and the answer that the lecture prints for it. */
export function workedCase(spec: AnyExercise, id: string): { input: Data; answer: Data } {
  if (!spec.worked) throw new Error(`${spec.title} has no worked examples`);
  const { given, expected } = worked(id);
  return spec.worked[1](given, expected) as { input: Data; answer: Data };
}

/** A quiz draws nothing: asking it once is enough. */
const distinct = (cases: readonly Case[]): Case[] => {
  const inputs = cases.map(({ input }) => JSON.stringify(input));
  return cases.filter((_, i) => inputs.indexOf(inputs[i]!) === i);
};

/** Named cases, worked examples, and one random case for each guided point and each seed. The same seeds give the same variant. */
export function prepare(spec: AnyExercise, seeds: readonly number[]): Variant {
  const named = Object.entries(spec.cases?.(draw(1)) ?? {}) as [string, Data][];
  const examples = spec.worked?.[0] ?? [];
  const cases = [
    ...named.map(([name, input]) => computed(spec, "named", name, input)),
    ...examples.map((id) => computed(spec, "worked", `the worked example ${id}`, workedCase(spec, id).input)),
    ...distinct([...(spec.guided ?? []), ...seeds].map((seed) => randomCase(spec, seed))),
  ];
  if (cases.length === 0) throw new InfrastructureError(`${spec.title}: there is no case to check`);
  return { cases, fresh: isCheap(spec) ? freshCases(spec, seeds) : [] };
}

const FRESH = 24;
/** Exercises whose answer is a model's, and that need no more work than usual. */
const isCheap = (spec: AnyExercise): boolean =>
  spec.fuel === undefined && Object.values<Part>(spec.parts(words as never)).some((part) => part.asks);
const freshCases = (spec: AnyExercise, seeds: readonly number[]): Case[] =>
  Array.from({ length: FRESH }, (_, k) => randomCase(spec, 1e6 + 100 * (seeds[0] ?? 0) + k));

/** What a verdict rests on, case by case, and the first once more, so that a second answer can be compared. */
export const decidingInputsOf = ({ cases }: Variant): Plain[] =>
  [...cases, ...cases.slice(0, 1)].map((c) => c.sent);
/** These, then the fresh ones. */
export const inputsOf = (variant: Variant): Plain[] => [
  ...decidingInputsOf(variant),
  ...variant.fresh.map((c) => c.sent),
];
