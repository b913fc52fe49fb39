/** @file How a picture reaches the notebook. */
import { plot, show } from "gradbook/plot";
import { afterEach, describe, expect, it, vi } from "vitest";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>σ′</text></svg>';
afterEach(() => vi.unstubAllGlobals());

/** A kernel that notes what it is asked to display. */
function tslab(): string[] {
  const shown: string[] = [];
  const require = () => ({ display: { html: (html: string) => shown.push(html) } });
  vi.stubGlobal("__tslab__", { require });
  return shown;
}

describe("show(svg, alt)", () => {
  it("is one image whose source holds the picture, byte for byte", () => {
    const shown = tslab();
    show(svg, "a word");
    expect(shown).toHaveLength(1);
    const [, base64] =
      /^<img alt="a word" src="data:image\/svg\+xml;base64,([^"]+)"/.exec(shown[0] ?? "") ?? [];
    expect(Buffer.from(base64 ?? "", "base64").toString("utf8")).toBe(svg);
  });

  it("keeps every character of the words for readers who cannot see it", () => {
    const shown = tslab();
    show(svg, 'the "kink" at x < 0 & its slopes');
    expect(shown[0]).toContain('alt="the &quot;kink&quot; at x &lt; 0 &amp; its slopes"');
  });

  it("asks for these words", () => {
    expect(() => show(svg, " ")).toThrowErrorMatchingInlineSnapshot(
      `[Error: say what the picture shows: the second argument of show is empty]`,
    );
  });

  it("shows in a Deno notebook too", () => {
    const display = vi.fn(async () => {});
    vi.stubGlobal("Deno", { jupyter: { display } });
    show(svg, "a word");
    expect(display).toHaveBeenCalledWith(
      { "text/html": expect.stringContaining("<img alt=") },
      { raw: true },
    );
  });

  it("prints the words where there is no notebook", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    show(svg, "a word");
    expect(log).toHaveBeenCalledExactlyOnceWith("[picture: a word]");
    log.mockRestore();
  });
});

describe("plot(options, alt)", () => {
  it("draws and shows", () => {
    const shown = tslab();
    plot({ width: 321, marks: [] }, "an empty frame");
    const [, base64] = /base64,([^"]+)"/.exec(shown[0] ?? "") ?? [];
    expect(Buffer.from(base64 ?? "", "base64").toString("utf8")).toContain('width="321"');
  });
});
