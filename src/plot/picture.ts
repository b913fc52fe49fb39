/** @file From a plot's description to the text of an SVG that looks the same wherever it is shown. */
import type { PlotOptions } from "@observablehq/plot";
import { colours } from "./colours.ts";
import { browserWindow, Plot, type Svg } from "./load.ts";

/** What Observable Plot knows, but for what is the same in every picture. */
export type PictureOptions = Omit<PlotOptions, "document" | "style" | "className">;

/** A picture brings its own background, since notebooks have dark themes; the rest stands in for Plot's style sheet. */
const style = `background: white; color: ${colours.ink}; white-space: pre; --plot-background: white`;
/** Larger than Plot's own, so that a picture can be read at half its width; the axis label needs room for that. */
const fontSize = "12";
const marginBottom = 36;

/**
 * Draws without showing: for `strip` and `show`.
 *
 * @param options of Observable Plot
 * @returns the text of one SVG; the same options give the same text
 * @throws {Error} if the options ask for a legend, a title or a caption
 */
export function picture(options: PictureOptions): string {
  const { document, XMLSerializer } = browserWindow();
  const svg = Plot.plot({ marginBottom, ...options, document } as PlotOptions) as unknown as Svg;
  if (svg.tagName !== "svg")
    throw new Error(
      "a picture has no legend, title or caption, because notebooks lose them; label the lines with Plot.text",
    );
  svg.removeAttribute("class");
  svg.querySelector("style")?.remove();
  svg.setAttribute("style", style);
  svg.setAttribute("font-size", fontSize);
  return withLocalIds(new XMLSerializer().serializeToString(svg));
}

/** Plot counts its ids over all plots of a process; here they begin anew in each picture. */
function withLocalIds(svg: string): string {
  const ids = new Map<string, string>();
  return svg.replace(/plot-clip-\d+/g, (id) => {
    const local = ids.get(id) ?? `clip-${ids.size + 1}`;
    ids.set(id, local);
    return local;
  });
}
