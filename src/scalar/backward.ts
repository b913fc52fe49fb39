/** @file The reverse sweep over the tape. */
import type { Page, Source } from "./page.ts";
import { op, slopeA, slopeB } from "./rules.ts";

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

function sweepPage(page: Page, gradients: Float64Array): void {
  const { ops, edges } = page;
  for (let n = gradients.length - 1; n > 0; n--) {
    const g = gradients[n]!;
    if (g === 0 || ops[n] === 0) continue;
    if (ops[n] === op.dot) sweepDot(page, gradients, n, g);
    else {
      gradients[edges[2 * n]!]! += g * slopeA(page, n);
      gradients[edges[2 * n + 1]!]! += g * slopeB(page, n);
    }
  }
}

function sweepDot({ values, edges }: Page, gradients: Float64Array, n: number, g: number): void {
  const bias = edges[2 * n - 2]!;
  const count = edges[2 * n - 1]!;
  const w = edges[2 * n]!;
  const x = edges[2 * n + 1]!;
  gradients[bias]! += g;
  for (let i = 0; i < count; i++) {
    gradients[w + i]! += g * values[x + i]!;
    gradients[x + i]! += g * values[w + i]!;
  }
}

function latest(pages: Iterable<Page>): Page | undefined {
  let last: Page | undefined;
  for (const page of pages) if (!last || page.number > last.number) last = page;
  return last;
}
