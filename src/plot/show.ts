/** @file A picture into the notebook, in the one form that survives untrusted notebooks, sanitisers and nbconvert. */
import { Buffer } from "node:buffer";
import { display } from "./display.ts";
import { escaped } from "./escape.ts";
import { type PictureOptions, picture } from "./picture.ts";

/**
 * Shows a picture under the cell. Outside a notebook it prints what the picture shows, in words.
 *
 * @param svg the text of an SVG, as `picture`, `strip` and `graphPicture` return it
 * @param alt what the picture shows, for a reader who cannot see it
 * @throws {Error} if there is no such text
 */
export function show(svg: string, alt: string): void {
  if (!alt.trim()) throw new Error("say what the picture shows: the second argument of show is empty");
  display(image(svg, alt), `[picture: ${alt}]`);
}

/** Draws with Observable Plot and shows: `show(picture(options), alt)`. */
export const plot = (options: PictureOptions, alt: string): void => show(picture(options), alt);

const image = (svg: string, alt: string) =>
  `<img alt="${escaped(alt)}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}" ` +
  'style="background: white; max-width: 100%">';
