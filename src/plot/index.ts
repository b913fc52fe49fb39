/** @file "gradbook/plot": pictures in a notebook. */

export { colours } from "./colours.ts";
export { type Drawable, drawGraph, type GraphOptions, graphPicture } from "./graph.ts";
export type { GraphNode } from "./graph-dot.ts";
export { Plot } from "./load.ts";
export { type PictureOptions, picture } from "./picture.ts";
export { sample } from "./sample.ts";
export { plot, show } from "./show.ts";
export { type Frame, strip } from "./strip.ts";
export { labelAt, powerOfTen } from "./words.ts";
