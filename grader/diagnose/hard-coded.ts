/** @file Answers that were typed in: the same for every input, although the right numbers change. */
import { shapeOf } from "../model/nest.ts";
import type { Named } from "./diagnose.ts";
import { isNumbers, sameAnswer } from "./same.ts";
import type { Trial } from "./trial.ts";

const differ = (all: readonly unknown[]) => new Set(all.map((each) => JSON.stringify(each))).size > 1;

/** By the whole answer: a single part may be constant through many another mistake. */
export function hardCoded(part: string, trials: readonly Trial[]): Named | undefined {
  const random = trials.filter((trial) => trial.case.kind === "random");
  const fits = (trial: Trial) => {
    const [wanted, answer] = [trial.wanted(part), trial.answered(part)];
    return isNumbers(wanted) && isNumbers(answer) && shapeOf(wanted).join() === shapeOf(answer).join();
  };
  const constant =
    !differ(random.map(({ whole }) => whole)) && differ(random.map((trial) => trial.wanted(part)));
  if (random.length < 2 || !random.every(fits) || !constant) return undefined;
  const example = trials.some(
    (trial) => trial.case.kind === "worked" && sameAnswer(trial.wanted(part), trial.answered(part)),
  );
  return {
    id: "hard-coded",
    part,
    say: example
      ? `${part} is right for the lecture's example only: for every drawn input the same numbers come back`
      : `${part} does not depend on the input: the same numbers come back for every drawn one`,
  };
}
