/** @file An answer as a job for the runner, and its reply as the student's lines rather than ours. */
import type { Entry } from "./catalogue.ts";
import { callText } from "./cell/call-text.ts";
import { inputsOf, type Variant } from "./judge/variant.ts";
import type { Job, Reply } from "./runner.ts";
import type { Origin } from "./submissions/submission.ts";

/** About half a second of QuickJS; a solution uses a small part of it. */
const FUEL = 1000;
/** Behind the fuel, for what hardly polls. The cell gives a busy machine more, and what is late a second try. */
const WALL_MS_PER_FUEL = 1;

/** @param student jobs with the same name share a sandbox */
export function jobOf(entry: Entry, variant: Variant, source: string, student: string): Job {
  const { spec } = entry;
  const fuel = spec.fuel ?? FUEL;
  return {
    id: entry.id,
    student,
    source,
    exports: spec.exports,
    allows: spec.allows ?? [],
    call: callText(spec),
    inputs: inputsOf(variant),
    fuel,
    wallMs: fuel * WALL_MS_PER_FUEL,
  };
}

/** "cell 12, line 3": how a notebook's reader finds it. */
export const placeOf = ({ cell, line }: Origin): string =>
  cell === undefined ? `line ${line}` : `cell ${cell}, line ${line}`;

/** Lines of the extracted source become places in what was handed in, said in the message itself. */
export function located(reply: Reply, origins: readonly (Origin | undefined)[]): Reply {
  const said = <T extends { readonly message: string; readonly line?: number }>({ line, ...rest }: T) => {
    const origin = line === undefined ? undefined : origins[line - 1];
    return origin ? { ...rest, message: `${rest.message} (${placeOf(origin)})` } : rest;
  };
  if ("refused" in reply) return { refused: said(reply.refused) };
  return {
    ...reply,
    outcomes: reply.outcomes.map((outcome) =>
      "threw" in outcome ? { threw: said(outcome.threw) } : outcome,
    ),
  };
}
