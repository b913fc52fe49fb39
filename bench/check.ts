/**
 * @file `npm run -s bench:check`: how honest the error bars are, how often gradbook and the rules of others fail correct
 * code and pass wrong code at the same points, and how long check() takes. `-- --json` prints the goals for programs,
 * `-- --points N` takes so many points in each situation.
 */
import { parseArgs } from "node:util";
import { type Measurements, OURS, type Row, rowsOf, total } from "./check/goals.ts";
import { type Honesty, ladderHonesty } from "./check/ladder.ts";
import { type Count, type Counts, measure } from "./check/measure.ts";
import { waits } from "./check/time.ts";

const { values: options } = parseArgs({
  options: { json: { type: "boolean" }, points: { type: "string", default: "850" } },
});

const percent = (part: number, whole: number): string =>
  part === 0 ? "0" : part < whole / 1000 ? "<0.1 %" : `${+((100 * part) / whole).toPrecision(2)} %`;

const row = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
const head = (cells: readonly string[]) => [row(cells), row(cells.map(() => "---"))];

/** Rules down, situations across. */
function table(counts: Counts, cell: (count: Count) => string): string[] {
  const columns = Object.keys(counts[OURS[0]]!);
  return [
    ...head(["rule", ...columns]),
    ...Object.entries(counts).map(([rule, byColumn]) =>
      row([rule, ...columns.map((c) => cell(byColumn[c]!))]),
    ),
  ];
}

const honestyTable = (families: Readonly<Record<string, Honesty>>): string[] => [
  ...head(["functions", "how many", "bar holds the truth", "bar promises 1e-5", "of these wrong"]),
  ...Object.entries(families).map(([family, { functions, honest, certified, certifiedButWrong }]) => {
    const share = `${+((100 * honest) / functions).toFixed(2)} %`;
    return row([family, functions, share, certified, certifiedButWrong]);
  }),
];

const goalLines = (rows: Readonly<Record<string, Row>>): string[] =>
  Object.values(rows).map(({ what, value, ok }) => `${ok ? "✓" : "✗"} ${`${value}`.padStart(7)} ${what}`);

function report({ correct, wrong, honesty }: Measurements): string {
  const checks = total(correct, OURS[0], "checks");
  return [
    `Correct code that is failed, of ${checks} checks:`,
    "",
    ...table(correct, ({ checks, fails }) => percent(fails, checks)),
    "",
    `Another point is asked for in ${percent(total(correct, OURS[0], "refused"), checks)} of the checks of a function alone, and in ${percent(total(correct, OURS[1], "refused"), checks)} with a recorded model.`,
    "",
    `Wrong code that passes, at ordinary points, of ${total(wrong, OURS[0], "checks")} checks:`,
    "",
    ...table(wrong, ({ checks, fails, refused }) => percent(checks - fails - refused, checks)),
    "",
    "Error bars of numericalDerivative:",
    "",
    ...honestyTable(honesty),
  ].join("\n");
}

// First, while the machine is quiet.
const times = await waits();
const measurements = { times, honesty: ladderHonesty(), ...(await measure(Number(options.points))) };
const rows = rowsOf(measurements);
if (options.json) console.log(JSON.stringify(rows));
else console.log([...goalLines(rows), "", report(measurements)].join("\n"));
process.exitCode = Object.values(rows).every(({ ok }) => ok) ? 0 : 1;
