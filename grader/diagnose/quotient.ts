/** @file Gradients made by finite differences: nearly right, and off as one usual difference quotient is. */
import type { Named } from "./diagnose.ts";
import { numbersIn } from "./same.ts";
import type { Trial } from "./trial.ts";

const STEPS = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];
const SCHEMES = ["central", "forward"] as const;

/** @param wrt the model's quantity whose gradient the part claims to be */
export function differenceQuotient(part: string, wrt: string, trials: readonly Trial[]): Named | undefined {
  for (const scheme of SCHEMES)
    for (const h of STEPS) {
      let [closer, all] = [0, 0];
      for (const trial of trials) {
        const [yours, right] = [numbersIn(trial.answered(part)), numbersIn(trial.wanted(part))];
        numbersIn(trial.case.truth.certain.quotient(wrt, h, scheme)).forEach((quotient, i) => {
          const off = Math.abs((yours[i] as number) - (right[i] as number));
          if (off <= 1e-13 * Math.abs(right[i] as number)) return;
          all++;
          if (Math.abs((yours[i] as number) - quotient) < off / 4) closer++;
        });
      }
      // Rounding decides single entries; most of them cannot agree with a quotient by chance.
      if (all >= 4 && closer >= 0.6 * all)
        return {
          id: "finite-difference",
          part,
          say: `${part} is close, but not equal: its numbers are off as those of a ${scheme} difference quotient with h = ${h} are. Here the derivative itself is asked for`,
        };
    }
  return undefined;
}
