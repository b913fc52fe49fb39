/** @file HTML into the notebook. */

/** The kernels that we know put themselves on globalThis, so that a library reaches them without importing them. */
interface Host {
  readonly __tslab__?: { require(name: "tslab"): { readonly display: { html(html: string): void } } };
  readonly Deno?: {
    readonly jupyter?: { display(bundle: { "text/html": string }, options: { raw: true }): Promise<void> };
  };
}

/** Shows HTML under the cell; outside a notebook prints the words instead. */
export function display(html: string, words: string): void {
  const { __tslab__, Deno } = globalThis as Host;
  if (__tslab__) __tslab__.require("tslab").display.html(html);
  else if (Deno?.jupyter) void Deno.jupyter.display({ "text/html": html }, { raw: true });
  else console.log(words);
}
