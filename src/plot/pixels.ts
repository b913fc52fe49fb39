/** @file A list of numbers as an image, pixel by pixel. */
import { colours } from "./colours.ts";

export interface PixelOptions {
  /** Pixels in a row; default 8. */
  readonly columns?: number;
  /** "ink": 0 is white, 1 is black. "signed": positive is blue, negative orange, 0 white. Default "ink". */
  readonly scale?: "ink" | "signed";
  /** The size of the strongest colour; default 1 for ink, the largest number for signed. */
  readonly most?: number;
  /** The side of one pixel in the picture; default 16. */
  readonly size?: number;
}

/**
 * Draws an image without showing it: for `strip` and `show`.
 *
 * @param values row by row, the top row first
 * @returns the text of one SVG
 */
export function pixels(
  values: readonly number[],
  { columns = 8, scale = "ink", most = strongest(values, scale), size = 16 }: PixelOptions = {},
): string {
  const [width, height] = [columns * size + 2, Math.ceil(values.length / columns) * size + 2];
  const squares = values.map((value, i) => {
    const [x, y] = [1 + (i % columns) * size, 1 + Math.floor(i / columns) * size];
    const strength = Math.min(1, Math.abs(value) / most);
    const fill = scale === "ink" ? colours.ink : value < 0 ? colours.vermilion : colours.blue;
    const opacity = scale === "ink" && value < 0 ? 0 : +strength.toFixed(3);
    return `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${fill}" fill-opacity="${opacity}"/>`;
  });
  const frame = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${colours.grey}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `style="background: white">${squares.join("")}${frame}</svg>`
  );
}

/** At least a little, so that an image of zeros is white. */
const strongest = (values: readonly number[], scale: "ink" | "signed") =>
  scale === "ink" ? 1 : Math.max(Number.MIN_VALUE, ...values.map(Math.abs));
