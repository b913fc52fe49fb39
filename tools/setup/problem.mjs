/** @file What keeps us from going on, in a sentence for the person at the keyboard. */

export class Problem extends Error {}

/** @param {unknown} error printed in full when it is a mistake of ours */
export function report(error) {
  console.error(error instanceof Problem ? `\n${error.message}` : error);
}
