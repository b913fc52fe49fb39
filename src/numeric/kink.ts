/** @file Kinks: where the slopes from the left and from the right do not meet, however close one looks. */
import type { Rung } from "./rungs.ts";

/** The slopes on either side of a kink; every number between them is a subgradient, or a supergradient. */
export interface Kink {
  readonly left: number;
  readonly right: number;
}

const jump = ({ before, after }: Rung): number => Math.abs(after - before);
/** Whether the slopes on either side differ by more than noise can make them. */
const jumps = (rung: Rung): boolean => jump(rung) > 12 * rung.bar;

/**
 * The kink at the point, if there is one: a jump that stays as the steps become smaller, down to where noise begins,
 * and that no finer step refutes.
 * @returns the slopes on both sides, and how far off these can be
 */
export function kinkAt(rungs: readonly Rung[]): (Kink & { readonly error: number }) | undefined {
  const finest = rungs.findLastIndex(jumps);
  if (finest < 3) return undefined;
  const [wide, middle, fine] = rungs.slice(finest - 2, finest + 1).map(jump) as [number, number, number];
  const stays = fine > middle / 2 && middle > wide / 2 && fine < 2 * middle;
  const refuted = rungs.slice(finest + 1).some((rung) => jump(rung) + 4 * rung.bar < fine / 2);
  if (!stays || refuted) return undefined;
  const left = sideSlope(rungs.slice(0, finest + 1), "before");
  const right = sideSlope(rungs.slice(0, finest + 1), "after");
  return { left: left.slope, right: right.slope, error: Math.max(left.error, right.error) };
}

/** A slope on one side: the truncation error is proportional to the step, and extrapolated away. */
function sideSlope(rungs: readonly Rung[], side: "before" | "after") {
  const extrapolated = rungs.slice(1).map((fine, k) => {
    const wide = rungs[k]!;
    return (wide.h * fine[side] - fine.h * wide[side]) / (wide.h - fine.h);
  });
  let best = { slope: Number.NaN, error: Number.POSITIVE_INFINITY };
  for (let k = 1; k < extrapolated.length; k++) {
    const slope = extrapolated[k]!;
    const error = Math.abs(slope - extrapolated[k - 1]!) + 4 * rungs[k + 1]!.bar;
    if (error < best.error) best = { slope, error };
  }
  return best;
}
