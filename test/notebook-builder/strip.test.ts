import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strip } from "../../tools/notebook/strip.ts";

describe("strip(source)", () => {
  it("takes out imports, also over several lines, and the word export", () => {
    const source = `/** @file 4.2 Two functions. */
import {
  NotImplementedError,
  type Vec,
} from "gradbook";
import * as lib from "gradbook";

/** Kept. */
export function f(x: Vec): Vec {
  return x; // export stays here
}
export const g = (s = "export const h") => s;
export type Pair = [number, number];
export class Gate {}
export { f as default };
`;
    expect(strip(source)).toMatchInlineSnapshot(`
      "/** Kept. */
      function f(x: Vec): Vec {
        return x; // export stays here
      }
      const g = (s = "export const h") => s;
      type Pair = [number, number];
      class Gate {}"
    `);
  });

  it("leaves a comment above an import and code behind it", () => {
    expect(strip('// mine\nimport a from "gradbook"; const b = a;\n')).toBe("// mine\nconst b = a;");
  });

  it("keeps every other line as it is, whatever the order", () => {
    const kept = fc.constantFrom(
      "const a = 1;",
      "// export",
      "function f() { return `export import`; }",
      "",
      "if (a) { f(); }",
    );
    const stripped = fc.constantFrom(
      ['import { x } from "gradbook";', undefined],
      ['import {\n  x,\n} from "gradbook";', undefined],
      ["export const b = 2;", "const b = 2;"],
      ["export function g(\n  n: number,\n) {}", "function g(\n  n: number,\n) {}"],
      ["export { a };", undefined],
    );
    const line = fc.oneof(
      kept.map((text) => [text, text] as const),
      stripped.map(([text, rest]) => [text as string, rest] as const),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const rest = lines.flatMap(([, after]) => (after === undefined ? [] : [after]));
        expect(strip(lines.map(([text]) => text).join("\n"))).toBe(rest.join("\n").replace(/^\s+|\s+$/g, ""));
      }),
      { seed: 3 },
    );
  });

  it("does nothing a second time", () => {
    const once = strip('import "gradbook";\nexport const a = 1;');
    expect(strip(once)).toBe(once);
  });
});
