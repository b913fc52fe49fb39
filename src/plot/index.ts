/** @file "gradbook/plot": pictures in a notebook. */

export { type Bracketing, bracketTree, type MatrixShape } from "./bracket-tree.ts";
export { chainPicture, type Stage } from "./chain.ts";
export { colours } from "./colours.ts";
export type { Drawable, GraphOptions } from "./drawable.ts";
export { film } from "./film.ts";
export { drawGraph, graphPicture } from "./graph.ts";
export type { GraphNode } from "./graph-node.ts";
export { type HeatMapOptions, heatMap } from "./heat-map.ts";
export { layerBlock } from "./layer-block.ts";
export { Plot } from "./load.ts";
export { mermaid } from "./mermaid.ts";
export { type PictureOptions, picture } from "./picture.ts";
export { type PixelOptions, pixels } from "./pixels.ts";
export { sample } from "./sample.ts";
export { plot, show } from "./show.ts";
export { type Frame, strip } from "./strip.ts";
export { labelAt, powerOfTen } from "./words.ts";
