/** @file Several pictures in one place, one after the other: a change that moves. */
import { type Frame, sizeOf, strip, withOwnIds } from "./strip.ts";

const rounds = 3;

/**
 * Shows frames one after the other, three times, and then rests on the last. That one stands alone where nothing moves:
 * in print, and where the browser tells pictures that the reader wants less motion.
 *
 * @param frames best all of one size; the last should say the main thing
 * @param seconds how long each stays
 * @returns the text of one SVG, which needs no script
 */
export function film(frames: readonly Frame[], seconds = 1.5): string {
  const pictures = frames.map((frame, i) => withOwnIds(strip([frame]), `film-${i + 1}-`));
  const sizes = pictures.map(sizeOf);
  const [width, height] = [
    Math.max(...sizes.map((size) => size.width)),
    Math.max(...sizes.map((size) => size.height)),
  ];
  const last = frames.length - 1;
  const drawn = pictures.map(
    (svg, i) => `<g class="frame-${i + 1}" visibility="${i === last ? "visible" : "hidden"}">${svg}</g>`,
  );
  const turns = frames.map((_, i) => turn(i, frames.length, seconds)).join(" ");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" style="background: white">` +
    `<style>@media (prefers-reduced-motion: no-preference) { ${turns} }</style>${drawn.join("")}</svg>`
  );
}

/** The style of frame i of n: in each round it is seen in the (i + 1)th of n equal parts. */
function turn(i: number, n: number, seconds: number): string {
  const percent = (part: number) => `${+((100 * part) / n).toFixed(3)}%`;
  const [name, hidden, visible] = [`turn-${i + 1}`, "{ visibility: hidden }", "{ visibility: visible }"];
  const before = i > 0 ? `0% ${hidden} ` : "";
  const after = i < n - 1 ? `${percent(i + 1)}, 100% ${hidden}` : `100% ${visible}`;
  return (
    `@keyframes ${name} { ${before}${percent(i)} ${visible} ${after} } ` +
    `.frame-${i + 1} { animation: ${name} ${n * seconds}s step-end ${rounds} }`
  );
}
