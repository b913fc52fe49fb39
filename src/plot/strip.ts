/** @file Several pictures as one: the frames of a change, or a gallery. */
import { colours } from "./colours.ts";
import { escaped } from "./escape.ts";

/** A picture and the words above it. */
export type Frame = readonly [caption: string, svg: string];

const gap = 12;
const captionHeight = 22;

/**
 * Puts pictures side by side, each under the middle of its caption, row by row.
 *
 * @param frames best all of one size
 * @param columns how many stand in a row; all of them unless said
 * @returns the text of one SVG
 */
export function strip(frames: readonly Frame[], columns = frames.length): string {
  const sizes = frames.map(([, svg]) => sizeOf(svg));
  const width = Math.max(...sizes.map((size) => size.width)) + gap;
  const height = Math.max(...sizes.map((size) => size.height)) + captionHeight + gap;
  const placed = frames.map(([caption, svg], i) => {
    const [x, y] = [(i % columns) * width, Math.floor(i / columns) * height];
    const middle = x + (width - gap) / 2;
    return (
      `<text x="${middle}" y="${y + 15}" text-anchor="middle" font-weight="bold">${escaped(caption)}</text>` +
      withOwnIds(svg, `frame-${i + 1}-`).replace(
        "<svg",
        `<svg x="${middle - (sizes[i]?.width ?? 0) / 2}" y="${y + captionHeight}"`,
      )
    );
  });
  const [w, h] = [columns * width - gap, Math.ceil(frames.length / columns) * height - gap];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" ` +
    `font-family="system-ui, sans-serif" font-size="13" fill="${colours.ink}" style="background: white">` +
    `${placed.join("")}</svg>`
  );
}

export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)[^>]*? height="([\d.]+)/.exec(svg) ?? [];
  if (!width || !height) throw new Error("a frame of a strip must be an SVG with a width and a height");
  return { width: +width, height: +height };
}

/** Two frames may use the same id, such as that of a clip path. */
export const withOwnIds = (svg: string, prefix: string) =>
  svg.replace(/( id="|url\(#|href="#)/g, (start) => start + prefix);
