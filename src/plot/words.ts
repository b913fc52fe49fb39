/** @file Words in a picture: what other charts say in a legend, and the ticks of a logarithmic axis. */
import type { TextOptions } from "@observablehq/plot";
import { Plot } from "./load.ts";

/**
 * A mark with words to the right of a point, such as the name of a line at its end.
 *
 * @param options of Plot.text: `fill` in the colour of what is named; `dx`, `dy` and `textAnchor` to move it
 */
export const labelAt = (words: string, x: number, y: number, options: TextOptions = {}) =>
  Plot.text([words], { text: (d) => d, x: () => x, y: () => y, ...beside, ...options });

const beside = { textAnchor: "start", dx: 6, fontWeight: "bold", clip: false } as const;

/** For the `tickFormat` of a logarithmic axis: 1e-8 as "10⁻⁸". */
export const powerOfTen = (n: number): string =>
  `10${[...Math.log10(n).toFixed()].map((digit) => raised[digit]).join("")}`;

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [..."-0123456789"].map((digit, i) => [digit, [..."⁻⁰¹²³⁴⁵⁶⁷⁸⁹"][i] ?? ""]),
);
