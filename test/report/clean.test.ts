/** @file Student text cannot steer a terminal, a page or a spreadsheet. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, cleanAll, escapeHtml } from "../../grader/report/clean.ts";

const hostile =
  "\u001b[2J\u001b[1;1H\u001b[32mPASS 12/12\u001b[0m\r\nVERDICT: PASS\n<script>alert(1)</script>" +
  "<img src=x onerror=alert(2)>\u202e=HYPERLINK(1)\ud800 \u0000\u009b31m\u001b]0;title\u0007end";

describe("clean(text)", () => {
  it("keeps the words of a hostile message, on one line, and nothing else of it", () => {
    expect(clean(hostile)).toMatchInlineSnapshot(
      `"PASS 12/12 VERDICT: PASS <script>alert(1)</script><img src=x onerror=alert(2)>=HYPERLINK(1)� 31mend"`,
    );
  });
  it("leaves names in every script as they are", () => {
    const name = "Zoë Ångström · 李雷 · مریم\u200cسادات · 👩\u200d🎓";
    expect(clean(name)).toBe(name);
  });
  it("ends after 2 KB, never inside a character", () => {
    const cut = clean("é😀".repeat(1000));
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2048 + Buffer.byteLength(" …"));
    expect(cut).toMatch(/^(é😀)+é? …$/u);
  });
  it("leaves no control character of any text, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = clean(text);
        expect(once).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(clean(once)).toBe(once);
      }),
      { seed: 1 },
    );
  });
  it("reaches every text inside a plain value", () => {
    expect(cleanAll({ a: ["\u0007x", 1, null], b: { c: "y\u0000" } })).toEqual({
      a: ["x", 1, null],
      b: { c: "y" },
    });
  });
});

it("escapeHtml(text) leaves nothing that opens a tag, an entity or an attribute", () => {
  expect(escapeHtml(`<b title="x" id='y'>&amp;`)).toBe(
    "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;",
  );
});
