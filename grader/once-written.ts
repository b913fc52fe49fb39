/** @file For an exercise with several exports: one earns its points before the next is written. */
import type { Part } from "./exercise.ts";

/** @param name of the export that the part needs; `call` lists in `unwritten` those that are still to do */
export const onceWritten = <I>(name: string, part: Part<I>): Part<I> => ({
  ...part,
  judge: (at, answer, whole) =>
    (whole as { readonly unwritten?: readonly string[] } | null)?.unwritten?.includes(name)
      ? { is: "wrong", happened: `${name} is still to be written` }
      : part.judge(at, answer, whole),
});
