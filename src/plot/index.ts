/** @file "gradbook/plot": pictures in a notebook. */

export { colours } from "./colours.ts";
export { Plot } from "./load.ts";
export { type PictureOptions, picture } from "./picture.ts";
export { sample } from "./sample.ts";
export { plot, show } from "./show.ts";
export { type Frame, strip } from "./strip.ts";
