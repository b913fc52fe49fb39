import { describe, expect, it } from "vitest";
import { answersOf, code, exportsOf, notebook } from "./fixture.ts";

const half = "function half(x: number) {\n  return x / 2;\n}";
const warnings = (answer: ReturnType<typeof answersOf>[string] | undefined) => answer?.warnings;

describe("an answer cell", () => {
  it("becomes a module that exports what the exercise asks for", () => {
    const { half: answer } = answersOf(notebook({ half }));
    expect(answer).toMatchInlineSnapshot(`
      {
        "exercise": "00-fixture/half",
        "origins": [
          {
            "cell": 5,
            "line": 1,
          },
          {
            "cell": 5,
            "line": 2,
          },
          {
            "cell": 5,
            "line": 3,
          },
          undefined,
        ],
        "source": "function half(x: number) {
        return x / 2;
      }
      export { half };
      ",
        "warnings": [],
      }
    `);
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });

  it("that is as it was handed out still throws NotImplementedError", () => {
    const { half: answer } = answersOf(notebook());
    expect(() => exportsOf(answer)["half"]?.(3)).toThrow("half");
  });

  it("may export several functions, declared in any way", () => {
    const pair =
      "const up = (x: number) => x + one, one = 1;\nlet down: (x: number) => number;\ndown = (x) => x - one;";
    const { up, down } = exportsOf(answersOf(notebook({ pair }))["pair"]);
    expect([up?.(1), down?.(1)]).toEqual([2, 0]);
  });

  it("exports what it has when a function is gone, and says which", () => {
    const { pair } = answersOf(notebook({ pair: "const up = (x: number) => x + 1;" }));
    expect(Object.keys(exportsOf(pair))).toEqual(["up"]);
    expect(warnings(pair)).toMatchInlineSnapshot(`
      [
        "cell 9 declares no down",
      ]
    `);
    expect(answersOf(notebook({ half: "const hafl = 1;" }))["half"]).toMatchInlineSnapshot(`
      {
        "broken": "cell 5 declares no half",
        "exercise": "00-fixture/half",
        "warnings": [],
      }
    `);
  });

  it("traces every line to its cell", () => {
    const helper = code("\nconst one = 1;");
    const { half: answer } = answersOf(
      notebook({ half: "// mine\nfunction half(x: number) {\n  return one * x / 2;\n}" }, (cells) => [
        ...cells,
        helper,
      ]),
    );
    expect(answer).toMatchInlineSnapshot(`
      {
        "exercise": "00-fixture/half",
        "origins": [
          {
            "cell": 11,
            "line": 2,
          },
          {
            "cell": 5,
            "line": 2,
          },
          {
            "cell": 5,
            "line": 3,
          },
          {
            "cell": 5,
            "line": 4,
          },
          undefined,
        ],
        "source": "const one = 1;
      function half(x: number) {
        return one * x / 2;
      }
      export { half };
      ",
        "warnings": [],
      }
    `);
  });

  it("may have Windows line ends and letters of any language", () => {
    const { half: answer } = answersOf(
      notebook({ half: "// größe\r\nfunction half(größe: number) {\r\n  return größe / 2;\r\n}\r\n" }),
    );
    expect(exportsOf(answer)["half"]?.(3)).toBe(1.5);
  });
});
