/** @file Into the notebook as HTML; outside a notebook as text. */

interface Kernel {
  require(name: "tslab"): { readonly display: { html(html: string): void } };
}

/** tslab puts itself on globalThis, so that a library reaches it without importing it. */
const kernel = (): Kernel | undefined => (globalThis as { __tslab__?: Kernel }).__tslab__;

export function show(html: string, text: string): void {
  const found = kernel();
  if (found) found.require("tslab").display.html(html);
  else console.log(text);
}
