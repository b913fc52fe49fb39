import fc from "fast-check";
import { it } from "vitest";
import { scalarProgramAgrees, tensorProgramAgrees } from "./agreement.ts";
import { programs, scalarOps, tensorOps } from "./program.ts";

it("random scalar programs have the gradients that differences have", { timeout: 120_000 }, () => {
  fc.assert(fc.property(programs(scalarOps, 3), scalarProgramAgrees), { numRuns: 250, seed: 1 });
});
it("random tensor programs do so to order 2, in both modes", { timeout: 120_000 }, () => {
  fc.assert(fc.property(programs(tensorOps, 6), tensorProgramAgrees), { numRuns: 250, seed: 1 });
});
