/** @file Pictures: words stay words, the same description gives the same text, nothing that a notebook would lose. */
import { colours, labelAt, Plot, picture, powerOfTen, sample, strip } from "gradbook/plot";
import { describe, expect, it } from "vitest";

const line = (words: string) =>
  picture({
    width: 200,
    height: 100,
    clip: true,
    marks: [
      Plot.line(sample(Math.exp, 0, 1, 5), { stroke: colours.blue }),
      Plot.text([[0.5, 1.6]], { text: [words] }),
    ],
  });
/** Every name that is pointed at inside a picture, and every name that is there. */
const idsOf = (svg: string) => ({
  used: [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id),
  given: [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id),
});

describe("picture(options)", () => {
  it("is one SVG that says its size, its namespace and its words", () => {
    const svg = line("slope e");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* width="200" height="100"/);
    expect(svg).toContain(">slope e</text>");
  });

  it("escapes words, so that the SVG stays well-formed", () => {
    expect(line("f < g & h")).toContain(">f &lt; g &amp; h</text>");
  });

  it("brings a white background and dark words: notebooks have dark themes", () => {
    expect(line("x")).toMatch(/style="background: white; color: #222222/);
  });

  it("gives the same text for the same options, however much was drawn before", () => {
    expect(line("x")).toBe(line("x"));
    expect(idsOf(line("x")).given).toContain("clip-1");
  });

  it("refuses a title, which would be lost", () => {
    const withTitle = () => picture({ title: "Slopes", marks: [] });
    expect(withTitle).toThrowErrorMatchingInlineSnapshot(
      `[Error: a picture has no legend, title or caption, because notebooks lose them; label the lines with Plot.text]`,
    );
  });
});

describe("strip(frames)", () => {
  it("places frames side by side under their captions", () => {
    const svg = strip([
      ["h = 1", line("a")],
      ["h < 0.5", line("b")],
    ]);
    expect(svg).toMatch(/^<svg xmlns="[^"]*" width="412" height="122"/);
    expect(svg).toContain(">h = 1</text>");
    expect(svg).toContain(">h &lt; 0.5</text>");
    expect(svg).toContain('<svg x="212" y="22" ');
  });

  it("begins a new row after the columns asked for", () => {
    const frames = ["a", "b", "c"].map((name) => [name, line(name)] as const);
    expect(strip(frames, 2)).toMatch(/width="412" height="256"/);
    expect(strip(frames, 2)).toContain('<svg x="0" y="156" ');
  });

  it("keeps the ids of its frames apart, and each where it is used", () => {
    const { used, given } = idsOf(
      strip([
        ["a", line("a")],
        ["b", line("b")],
      ]),
    );
    expect(new Set(given).size).toBe(given.length);
    expect(given).toEqual(expect.arrayContaining(used));
    expect(used.length).toBeGreaterThan(0);
  });

  it("refuses what is not a picture", () => {
    expect(() => strip([["a", "<p>words</p>"]])).toThrowErrorMatchingInlineSnapshot(
      `[Error: a frame of a strip must be an SVG with a width and a height]`,
    );
  });
});

describe("sample(f, from, to)", () => {
  it("holds both ends and evenly spaced points between", () => {
    expect(sample((x) => x * x, -1, 1, 5)).toEqual([
      [-1, 1],
      [-0.5, 0.25],
      [0, 0],
      [0.5, 0.25],
      [1, 1],
    ]);
  });
});

describe("labelAt(words, x, y)", () => {
  const words = (options?: object) =>
    picture({
      width: 200,
      height: 100,
      margin: 0,
      x: { domain: [0, 10] },
      y: { domain: [0, 10] },
      marks: [labelAt("forward", 5, 5, { fill: colours.blue, ...options })],
    });
  it("writes to the right of the point, in the colour of what it names", () => {
    expect(words()).toMatch(/text-anchor="start"[^>]*transform="translate\(6,0\)"/);
    expect(words()).toMatch(/fill="#0072b2"[^>]*><text[^>]*translate\(100,\d+\)">forward/);
  });
  it("can be moved", () => {
    expect(words({ dx: -6, textAnchor: "end" })).toMatch(/text-anchor="end"[^>]*translate\(-6,0\)/);
  });
});

describe("powerOfTen(n)", () => {
  it.each([
    [1e-16, "10⁻¹⁶"],
    [0.001, "10⁻³"],
    [1, "10⁰"],
    [1e20, "10²⁰"],
  ])("writes %s as %s", (n, text) => expect(powerOfTen(n)).toBe(text));
});

describe("colours", () => {
  /** Relative luminance of sRGB, as WCAG 2 defines it. */
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { faint: _areasOnly, ...forWords } = colours;
  it.each(Object.entries(forWords))(
    "%s can be read as text on white (contrast 4.5 or more)",
    (_name, hex) => {
      expect(1.05 / (luminance(hex) + 0.05)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
