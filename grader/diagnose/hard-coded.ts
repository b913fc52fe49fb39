/** @file Answers that were typed in: the same for every input, although the right numbers change. */
import { shapeOf } from "../model/nest.ts";
import { isNumbers, type Mistake, type Sample, sameAnswer } from "./sample.ts";

const differ = (all: readonly unknown[]) => new Set(all.map((each) => JSON.stringify(each))).size > 1;

/** By the whole answer: a single part may be constant through many another mistake. */
export function hardCoded(part: string, samples: readonly Sample[]): Mistake | undefined {
  const random = samples.filter(({ kind }) => kind === "random");
  const fits = ({ wanted, answer }: Sample) =>
    isNumbers(wanted) && isNumbers(answer) && shapeOf(wanted).join() === shapeOf(answer).join();
  const constant = !differ(random.map(({ whole }) => whole)) && differ(random.map(({ wanted }) => wanted));
  if (random.length < 2 || !random.every(fits) || !constant) return undefined;
  const example = samples.some(({ kind, wanted, answer }) => kind === "worked" && sameAnswer(wanted, answer));
  return {
    id: "hard-coded",
    part,
    say: example
      ? `${part} is right for the lecture's example only: for every drawn input the same numbers come back`
      : `${part} does not depend on the input: the same numbers come back for every drawn one`,
  };
}
