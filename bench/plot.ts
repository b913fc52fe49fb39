/** @file The results as a picture: how far each row is beyond its goal, or short of it. */
import { colours } from "../src/plot/colours.ts";
import { Plot } from "../src/plot/load.ts";
import { picture } from "../src/plot/picture.ts";
import { goals, type Measured } from "./goals.ts";

/** The text of an SVG. The goal is the line at 1; to its right a row is better than its goal, by that factor. */
export function plotted(results: Readonly<Record<string, Measured>>, machine: string): string {
  const rows = Object.entries(results).map(([name, { ratio, goal, ok }]) => {
    const { better, unit } = goals[name]!;
    const factor = better === "larger" ? ratio / goal : goal / ratio;
    const label = `${ratio} ${unit} (${better === "larger" ? "≥" : "≤"} ${goal})`;
    return { name, factor, ok, label };
  });
  return picture({
    width: 720,
    height: 60 + 32 * rows.length,
    marginLeft: 90,
    marginRight: 130,
    x: {
      type: "log",
      label: `times better than the goal — ${machine}`,
      ticks: [0.5, 1, 2, 4, 8],
      tickFormat: String,
    },
    y: { label: null, domain: rows.map((row) => row.name) },
    marks: [
      Plot.barX(rows, {
        x1: 1,
        x2: "factor",
        y: "name",
        fill: (row: { ok: boolean }) => (row.ok ? colours.blue : colours.vermilion),
        insetTop: 5,
        insetBottom: 5,
      }),
      Plot.ruleX([1], { stroke: colours.ink }),
      Plot.text(rows, {
        x: (row: { factor: number }) => Math.max(row.factor, 1),
        y: "name",
        text: "label",
        textAnchor: "start",
        dx: 6,
        fill: colours.ink,
      }),
    ],
  });
}
