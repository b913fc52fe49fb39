/** @file What a student reads about one exercise. */
import { describe, expect, it } from "vitest";
import { cardOf } from "../../grader/report/card.ts";
import { cardHtml } from "../../grader/report/card-html.ts";
import { cardText } from "../../grader/report/card-text.ts";
import { partly, right, todo } from "./sample.ts";

describe("cardText(card)", () => {
  it("says what was shown to hold when everything is right", () => {
    expect(cardText(cardOf(right))).toMatchInlineSnapshot(`
      "✓ 2.4 The toy network backwards
        Right: 3 of 3 points.
        12 cases hold: the worked examples and random inputs, on both sides of every kink"
    `);
  });
  it("puts the verdict before the sentence, and the numbers after it", () => {
    expect(cardText(cardOf(partly))).toMatchInlineSnapshot(`
      "◐ 2.4 The toy network backwards
        Partly right: 1 of 2 parts right (1.5 of 3 points).
        dF has the opposite sign: look at the order of prediction and label
          where   yours   numerical ± error   shape
          dF[3]   0.418   -0.418 ± 2e-12      (4)
          dF[2]   NaN     0.123457 ± 2e-13    (3), not (4)
        ✗ dF: 0 of 1.5: dF[3] is 0.418; the numerical value is -0.418
        ✓ dBeta: 1.5 of 1.5, right for what came before
        note: two cells hold this exercise; the one that differs from the starter was graded"
    `);
  });
  it("shows neither numbers nor parts where nothing was written yet", () => {
    expect(cardText(cardOf(todo))).toMatchInlineSnapshot(`
      "○ 2.6 Derivations on paper
        To do: 0 of 1 point.
        write derivations"
    `);
  });
});

describe("cardOf(result)", () => {
  const [dF] = partly.parts;
  if (!dF) throw new Error("the sample has parts");
  const withRows = (rows: (typeof dF)["rows"]) => cardOf({ ...partly, parts: [{ ...dF, rows }] });

  it("shows at most five rows", () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ where: `dF[${i}]`, yours: "0" }));
    expect(withRows(rows).rows.map((row) => row.where)).toEqual([
      "dF[0]",
      "dF[1]",
      "dF[2]",
      "dF[3]",
      "dF[4]",
    ]);
  });
  it("begins the table with the part that the sentence is about", () => {
    const later = { ...dF, name: "dX", happened: "dX is first", rows: [{ where: "dX", yours: "1" }] };
    const card = cardOf({ ...partly, message: "dX is first", parts: [dF, later] });
    expect(card.rows[0]?.where).toBe("dX");
  });
  it("prints as many digits as tell the two values apart", () => {
    const [row] = withRows([{ where: "x", yours: "1.00000001", checked: 1, error: 0 }]).rows;
    expect(row?.numerical).toBe("1 ± 0");
    const [close] = withRows([{ where: "x", yours: "0.1234567", checked: 0.1234569, error: 4.1e-14 }]).rows;
    expect(close?.numerical).toBe("0.1234569 ± 5e-14");
  });
});

describe("cardHtml(card)", () => {
  it("escapes what the student wrote", () => {
    const html = cardHtml(cardOf({ ...partly, message: "<img src=x onerror=alert(1)>" }));
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });
  it("needs no style sheet and no script, and folds what was not asked for", () => {
    const html = cardHtml(cardOf(partly), [{ summary: "Hint 1 of 3", html: "<div>look at the loss</div>" }]);
    expect(html).not.toMatch(/<(style|script|link|svg)|class=|var\(/);
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Hint 1 of 3<\/summary>/);
  });
  it("says each status by a symbol and a word, not by colour alone", () => {
    const html = (["right", "partly", "wrong", "todo", "missing", "error"] as const).map((status) =>
      cardHtml(cardOf({ ...partly, status })).replace(/<[^>]*>/g, "|"),
    );
    expect(html.map((text) => text.split("|").find((t) => t.trim()))).toEqual([
      "✓ Right",
      "◐ Partly right",
      "✗ Not yet",
      "○ To do",
      "– Not found",
      "! Not run to its end",
    ]);
  });
});
