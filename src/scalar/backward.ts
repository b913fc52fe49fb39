/** @file The reverse sweep over the tape. */
import type { Tape } from "./tape.ts";

/**
 * Walks the tape back from a place and adds, along every edge, slope × gradient of the result to the gradient of the
 * operand. A number stands behind all that it was computed from, so its gradient is complete when its turn comes.
 */
export function sweep(tape: Tape, place: number): void {
  const gradients = new Map<Tape, Float64Array>();
  const gradientsOn = (page: Tape): Float64Array => {
    let found = gradients.get(page);
    if (!found) {
      found = new Float64Array(page.length);
      gradients.set(page, found);
    }
    return found;
  };
  gradientsOn(tape)[place] = 1;
  // Links lead to earlier pages only: the latest page has all its gradients when its turn comes.
  for (let page = latest(gradients.keys()); page; page = latest(gradients.keys())) {
    const own = gradientsOn(page);
    gradients.delete(page);
    sweepPage(page, own);
    page.close(own);
    for (const [at, variable] of page.variables) variable.gradient += own[at]!;
    for (const [at, source] of page.links)
      if (own[at] !== 0) gradientsOn(source.tape)[source.place]! += own[at]!;
  }
}

function sweepPage({ operands, slopes }: Tape, gradients: Float64Array): void {
  for (let n = gradients.length - 1; n > 0; n--) {
    const g = gradients[n]!;
    if (g === 0) continue;
    gradients[operands[2 * n]!]! += g * slopes[2 * n]!;
    gradients[operands[2 * n + 1]!]! += g * slopes[2 * n + 1]!;
  }
}

function latest(pages: Iterable<Tape>): Tape | undefined {
  let last: Tape | undefined;
  for (const page of pages) if (!last || page.number > last.number) last = page;
  return last;
}
