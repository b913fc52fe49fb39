/** @file The judge, asked once: in a class the same outcomes come again and again, and what they are worth does not change. */
import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { Entry } from "../catalogue.ts";
import type { ExerciseResult } from "../result.ts";
import type { Reply } from "../runner.ts";
import { judge, wantsFresh } from "./judge.ts";
import type { Variant } from "./variant.ts";

/** Results kept for each variant of an exercise; beyond that the oldest is forgotten. */
const KEPT = 64;

type Judgement = ExerciseResult | "wants fresh";

export class Judgements {
  private readonly known = new WeakMap<Variant, Map<string, Judgement>>();

  /**
   * As `judge`; for outcomes that are the same to the last bit, the same result. Most answers are right, so at first the
   * fresh cases need not be run: where they are wanted, there is no result yet.
   *
   * @throws {InfrastructureError} as `judge`
   */
  of(entry: Entry, variant: Variant, reply: Reply): Judgement {
    const results = this.known.get(variant) ?? new Map<string, Judgement>();
    this.known.set(variant, results);
    const key = fingerprint("refused" in reply ? reply.refused : reply.outcomes);
    const result =
      results.get(key) ?? (wantsFresh(entry, variant, reply) ? "wants fresh" : judge(entry, variant, reply));
    results.set(key, result);
    const [oldest] = results.keys();
    if (results.size > KEPT && oldest !== undefined) results.delete(oldest);
    return result;
  }
}

/** Of every bit, unlike JSON's: −0 is not 0. */
const fingerprint = (value: unknown): string =>
  createHash("sha256").update(serialize(value)).digest("base64");
