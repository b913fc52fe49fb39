/** @file What a spec promises, checked against the solution's own answers. */
import type { Entry } from "../catalogue.ts";
import { write } from "../cell/cases.ts";
import type { Slip } from "../exercise.ts";
import { judge } from "../judge/judge.ts";
import { inputsOf, type Variant, workedCase } from "../judge/variant.ts";
import type { Plain } from "../plain.ts";
import type { Outcome, Reply } from "../runner.ts";

const MOST_WORDS = 40;

/** Three hints and a sentence for every slip, each short enough to be read. */
export function hintFailures({ spec }: Entry): string[] {
  const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
  const hints: readonly string[] = spec.hints;
  return [
    ...(hints.length === 3 ? [] : [`three hints are expected, there are ${hints.length}`]),
    ...hints.flatMap((hint, i) => {
      const n = words(hint);
      return n > 0 && n <= MOST_WORDS
        ? []
        : [`hint ${i + 1} has ${n} words; 1 to ${MOST_WORDS} are expected`];
    }),
    ...(spec.slips ?? []).filter(({ say }) => !say.trim()).map(({ id }) => `slip "${id}" says nothing`),
  ];
}

/** The lectures' numbers are the solution's, to 1e-10. */
export function workedFailures({ spec }: Entry, variant: Variant, reply: Reply): string[] {
  const ids: readonly string[] = spec.worked?.[0] ?? [];
  return ids.flatMap((id) => {
    const at = variant.cases.findIndex((c) => c.name === `the worked example ${id}`);
    const answer = answersOf(reply)[at];
    if (answer === undefined) return [`the worked example ${id} was not answered`];
    const off = Object.entries(workedCase(spec, id).answer)
      .filter(([key, expected]) => expected !== undefined && !agrees(answer[key], expected))
      .map(([key]) => key);
    return off.length ? [`the solution's ${off.join(", ")} differ from the worked example ${id}`] : [];
  });
}

/** Every listed mistake is rejected, and told apart from the others. */
export function slipFailures(entry: Entry, variant: Variant, reply: Reply): string[] {
  const right = answersOf(reply);
  if (right.length !== inputsOf(variant).length) return [];
  return (entry.spec.slips ?? []).flatMap((slip) => {
    const { status, mistake } = judge(entry, variant, slipped(slip, variant, right));
    if (status === "right") return [`slip "${slip.id}" earns everything: no case tells it from the solution`];
    return mistake === slip.id ? [] : [`slip "${slip.id}" is named "${mistake ?? "nothing"}"`];
  });
}

type Answer = Readonly<Record<string, Plain>>;

/** The answers in order, up to the first case that has none. */
function answersOf(reply: Reply): Answer[] {
  if ("refused" in reply) return [];
  const answers = reply.outcomes.map((outcome) =>
    "answer" in outcome ? (outcome.answer as Answer) : undefined,
  );
  const end = answers.indexOf(undefined);
  return (end < 0 ? answers : answers.slice(0, end)) as Answer[];
}

/** The solution's answers with the parts that the mistake changes, as they would come out of a cell. */
// biome-ignore lint/suspicious/noExplicitAny: the judge meets slips of every exercise
function slipped(slip: Slip<any, any>, { cases, fresh }: Variant, right: readonly Answer[]): Reply {
  const outcomes = [...cases, ...cases.slice(0, 1), ...fresh].map((c, i): Outcome => {
    const changed: unknown = slip.answers(c.input, c.truth);
    return { answer: { ...right[i], ...JSON.parse(write(changed)) }, changedInput: false };
  });
  return { outcomes, fuelUsed: 0, printed: "" };
}

/** Entry by entry as far as the lecture goes: it may print fewer than the exercise asks for. */
function agrees(found: unknown, expected: unknown): boolean {
  if (typeof expected === "number")
    return typeof found === "number" && Math.abs(found - expected) <= 1e-10 * Math.max(1, Math.abs(expected));
  if (Array.isArray(expected)) return Array.isArray(found) && expected.every((e, i) => agrees(found[i], e));
  if (typeof expected === "object" && expected !== null)
    return Object.entries(expected).every(([key, e]) => agrees((found as Answer | undefined)?.[key], e));
  return found === expected;
}
