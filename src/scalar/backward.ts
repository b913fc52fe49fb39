/** @file The reverse sweep over the tape. */
import type { Page, Source } from "./page.ts";
import { op } from "./rules.ts";

/**
 * Walks the tape back from a place and adds, along every edge, slope × gradient of the result to the gradient of the
 * operand. A number stands behind all that it was computed from, so its gradient is complete when its turn comes.
 */
export function sweep({ tape, place }: Source): void {
  const gradients = new Map<Page, Float64Array>();
  const gradientsOn = (page: Page): Float64Array => {
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

function sweepPage({ values, ops, edges }: Page, gradients: Float64Array): void {
  for (let n = gradients.length - 1; n > 0; n--) {
    const g = gradients[n]!;
    if (g === 0) continue;
    gradients[edges[4 * n]!]! += g * values[edges[4 * n + 1]!]!;
    const [b, slopeB] = [edges[4 * n + 2]!, edges[4 * n + 3]!];
    if (ops[n] !== op.dot) gradients[b]! += g * values[slopeB]!;
    else
      for (let i = b; i < slopeB; i += 2) {
        gradients[edges[i]!]! += g * values[edges[i + 1]!]!;
        gradients[edges[i + 1]!]! += g * values[edges[i]!]!;
      }
  }
}

function latest(pages: Iterable<Page>): Page | undefined {
  let last: Page | undefined;
  for (const page of pages) if (!last || page.number > last.number) last = page;
  return last;
}
