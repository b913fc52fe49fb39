/** @file Which random inputs an answer meets: public ones in the notebook, for scores one of a few secret variants. */
import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Everybody's inputs in the notebook: a failure can be talked about. */
export const PUBLIC_SEEDS: readonly number[] = [1, 2, 3, 4];

/** Few, so that the references of an exercise are computed a few times, not once for every submission. */
const VARIANTS = 3;

/** From the environment, else made once and kept beside the results: a second run scores alike. */
export function secretOf(out: string): string {
  const given = process.env["GRADBOOK_SECRET"];
  if (given) return given;
  const file = path.join(out, ".secret");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

const drawn = (secret: string, what: string): number =>
  createHmac("sha256", secret).update(what).digest().readUInt32BE();

/** The variant of an exercise that a submission meets: always the same one for the same text. */
export const variantOf = (secret: string, submission: string, exercise: string): number =>
  drawn(secret, `variant ${submission} ${exercise}`) % VARIANTS;

/** As many as in the notebook. Six digits: they are printed as the names of the cases. */
export const seedsOf = (secret: string, exercise: string, variant: number): number[] =>
  PUBLIC_SEEDS.map((seed) => drawn(secret, `seed ${exercise} ${variant} ${seed}`) % 1e6);
