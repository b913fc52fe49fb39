/** @file Observable Plot and the document it draws in, loaded when the first figure is drawn: an import stays quick. */
import { createRequire } from "node:module";

/** What we use of jsdom. Its own types would bring every name of a browser into the lessons' cells. */
interface Window {
  readonly document: object;
  readonly XMLSerializer: new () => { serializeToString(node: Svg): string };
}
export interface Svg {
  readonly tagName: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selectors: string): { remove(): void } | null;
}

const require = createRequire(import.meta.url);
const library = (): typeof import("@observablehq/plot") => require("@observablehq/plot");

/** Observable Plot: its marks, scales and transforms by their own names, such as `Plot.line`. */
export const Plot: typeof import("@observablehq/plot") = new Proxy({} as never, {
  get: (_target, name) => Reflect.get(library(), name),
});

let opened: Window | undefined;

/** A window without a page, opened once. */
export function browserWindow(): Window {
  if (!opened) {
    const { JSDOM } = require("jsdom") as { readonly JSDOM: new () => { readonly window: Window } };
    opened = new JSDOM().window;
  }
  return opened;
}
