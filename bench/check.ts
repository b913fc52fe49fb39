/**
 * @file `npm run -s bench:check`: how long check() takes, how honest the error bars are, and how often gradbook and the
 * rules of others fail correct code and pass wrong code at the same points. `-- --json` prints numbers, `-- --points N`
 * takes so many in each situation.
 */
import { parseArgs } from "node:util";
import { ladderHonesty } from "./check/ladder.ts";
import { type Count, type Counts, measure } from "./check/measure.ts";
import { type Waits, waits } from "./check/time.ts";

const { values: options } = parseArgs({
  options: { json: { type: "boolean" }, points: { type: "string", default: "850" } },
});

const percent = (part: number, whole: number): string =>
  part === 0 ? "0" : part < whole / 1000 ? "<0.1 %" : `${+((100 * part) / whole).toPrecision(2)} %`;

/** Rules down, situations across. */
function table(counts: Counts, cell: (count: Count) => string): string[] {
  const columns = Object.keys(Object.values(counts)[0]!);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["rule", ...columns]),
    row(["---", ...columns.map(() => "---")]),
    ...Object.entries(counts).map(([rule, byColumn]) =>
      row([rule, ...columns.map((c) => cell(byColumn[c]!))]),
    ),
  ];
}

const told = ({ exercises, medianMs, worstMs, worst }: Waits): string =>
  `${exercises} solutions, median ${medianMs.toFixed(0)} ms, worst ${worstMs.toFixed(0)} ms (${worst})`;

const times = { others: await waits("all others"), training: await waits("training") };
const honesty = ladderHonesty(6000);
const { correct, wrong } = await measure(Number(options.points));
const sum = (counts: Counts, rule: string, key: keyof Count) =>
  Object.values(counts[rule]!).reduce((total, count) => total + count[key], 0);
const ours = ["gradbook, function only", "gradbook, recorded model"];

if (options.json) console.log(JSON.stringify({ times, honesty, correct, wrong }));
else {
  const { functions, honest, certified, certifiedButWrong } = honesty;
  const lines = [
    `Time inside check(): ${told(times.others)}; with training ${told(times.training)}.`,
    "",
    `Error bars on ${functions} random functions: ${+((100 * honest) / functions).toFixed(2)} % hold the true derivative; ` +
      `${certified} promise 1e-5, and ${certifiedButWrong} of these are wrong.`,
    "",
    `Correct code that is failed, of ${sum(correct, ours[0]!, "checks")} checks:`,
    "",
    ...table(correct, ({ checks, fails }) => percent(fails, checks)),
    "",
    `Wrong code that passes, at ordinary points, of ${sum(wrong, ours[0]!, "checks")} checks:`,
    "",
    ...table(wrong, ({ checks, fails, refused }) => percent(checks - fails - refused, checks)),
    "",
    `Another point is asked for in ${percent(sum(correct, ours[0]!, "refused"), sum(correct, ours[0]!, "checks"))} of the checks of a function alone, and never with a recorded model.`,
  ];
  console.log(lines.join("\n"));
}
const falseFails = ours.reduce((total, rule) => total + sum(correct, rule, "fails"), 0);
const honestEnough = honesty.honest >= 0.995 * honesty.functions && honesty.certifiedButWrong === 0;
process.exitCode = falseFails === 0 && honestEnough ? 0 : 1;
