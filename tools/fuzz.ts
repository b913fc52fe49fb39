/** @file `npm run fuzz -- --n 10000 [--seed S]`: random programs against numerical gradients; a failure is printed as a test. */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { scalarProgramAgrees, tensorProgramAgrees } from "../test/fuzz/agreement.ts";
import { type Program, programs, scalarOps, tensorOps } from "../test/fuzz/program.ts";

const { values } = parseArgs({
  options: { n: { type: "string", default: "500" }, seed: { type: "string" } },
});
const half = Math.ceil(Number(values.n) / 2);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);

const kinds = [
  { name: "scalarProgramAgrees", arbitrary: programs(scalarOps, 3), holds: scalarProgramAgrees },
  { name: "tensorProgramAgrees", arbitrary: programs(tensorOps, 6), holds: tensorProgramAgrees },
];
for (const { name, arbitrary, holds } of kinds) {
  const { failed, counterexample, errorInstance } = fc.check(fc.property(arbitrary, holds), {
    numRuns: half,
    seed,
  });
  if (failed && counterexample) {
    console.log(
      `it("…", () => ${name}(${JSON.stringify(counterexample[0] satisfies Program)})); // ${errorInstance}`,
    );
    process.exitCode = 1;
  } else console.log(`${name}: ${half} programs, no failure (seed ${seed})`);
}
