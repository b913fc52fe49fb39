/** @file The right numbers, changed when they were all there: in the whole answer, or in one part of it. */
import type { Answer, Graph, Slot } from "../graph.ts";
import type { Mistake } from "../mistake.ts";

export interface Change {
  readonly id: string;
  /** After "the numbers in dW are". */
  readonly say: string;
  /** Undefined where it cannot be made. */
  readonly of: (numbers: readonly number[], slot: Slot) => readonly number[] | undefined;
}

export const partsOf = (graph: Graph) => [...new Set(graph.slots.map((slot) => slot.part))];

function changed(graph: Graph, part: string | undefined, { of }: Change): Answer | undefined {
  const answer = graph.right.map((numbers, s) =>
    part === undefined || graph.slots[s]!.part === part ? of(numbers, graph.slots[s]!) : numbers,
  );
  return answer.every((slot) => slot !== undefined) ? (answer as Answer) : undefined;
}

/** @param part undefined: the whole answer */
export const mistakeOf = (graph: Graph, part: string | undefined, change: Change): Mistake => ({
  key: `ratio ${part ?? ""} ${change.id} ${change.say}`,
  id: change.id,
  where: part ?? "",
  say: `the numbers in ${part ?? partsOf(graph).join(", ")} are ${change.say}`,
  answer: () => changed(graph, part, change),
});
