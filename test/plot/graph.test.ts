/** @file Graph pictures: what a reader finds in them. */

import { createRequire } from "node:module";
import { drawGraph, type GraphNode, graphPicture, toyGraph } from "gradbook/plot";
import { describe, expect, it, vi } from "vitest";

/** x² at x = 3, then times 10. */
const chain: readonly GraphNode[] = [
  { id: "x", label: "x", data: 3, grad: 60, parents: [] },
  { id: 1, op: "square", data: 9, grad: 10, parents: ["x"], slopes: [6] },
  { id: 2, label: "y", op: "mul", data: 90, grad: 1, parents: [1], slopes: [10] },
];

/** What the test uses of a parsed picture; jsdom brings no types of its own. */
interface Element {
  readonly textContent: string;
  querySelectorAll(selectors: string): Iterable<Element>;
}
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (text: string, options: object) => { window: { document: Element } };
};

async function read(nodes: readonly GraphNode[]) {
  const svg = await graphPicture(nodes);
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  const words = (group: Element) =>
    [...group.querySelectorAll("text")].map((text) => text.textContent.trim()).filter(Boolean);
  return {
    svg,
    nodes: [...document.querySelectorAll("g.node")].map(words),
    edges: [...document.querySelectorAll("g.edge")].map(words),
  };
}

describe("graphPicture", () => {
  it("shows value, name and gradient in each node, from above", async () => {
    const { nodes } = await read(chain);
    expect(nodes).toEqual([
      ["3", "x", "60"],
      ["9", "square", "10"],
      ["90", "y (×)", "1"],
    ]);
  });
  it("shows the local slope on each arrow", async () => {
    expect((await read(chain)).edges).toEqual([["6"], ["10"]]);
  });
  it("leaves a gradient out that is not known yet, and slopes that are not given", async () => {
    const { nodes, edges, svg } = await read([
      { id: "x", label: "x", data: 3, parents: [] },
      { id: "y", label: "y", data: 9, parents: ["x"] },
    ]);
    expect(nodes).toEqual([
      ["3", "x"],
      ["9", "y"],
    ]);
    expect(edges).toEqual([[]]);
    expect(svg).not.toMatch(/gradient|slope/);
  });
  it("rounds to five significant digits, and keeps very small numbers readable", async () => {
    const node = (data: number): GraphNode => ({ id: data, label: "v", data, parents: [] });
    const { nodes } = await read([
      node(0.13858056641470534),
      node(1.1430958866932068e-13),
      node(-17.0604665262678),
    ]);
    expect(nodes.map(([value]) => value)).toEqual(["0.13858", "1.1431e-13", "-17.06"]);
  });
  it("takes any text as a name", async () => {
    const { nodes } = await read([{ id: '"<&', label: 'a < b & "c"', data: 1, parents: [] }]);
    expect(nodes).toEqual([["1", 'a < b & "c"']]);
  });
  it("draws the same graph the same way, on white", async () => {
    const first = await graphPicture(chain);
    expect(await graphPicture(chain)).toBe(first);
    expect(first).toMatch(/^<svg/);
    expect(first).toContain('fill="white"');
  });
});

describe("drawGraph", () => {
  it("says in words what the picture shows", async () => {
    const print = vi.spyOn(console, "log").mockImplementation(() => {});
    await drawGraph(chain);
    expect(print.mock.calls).toMatchInlineSnapshot(`
      [
        [
          "[picture: Computation graph. x: 3, gradient 60; square from x: 9, gradient 10; y (×) from square: 90, gradient 1.]",
        ],
      ]
    `);
    print.mockRestore();
  });
});

describe("toyGraph", () => {
  const p = { beta: [1, 2, -3, 0.4], omega: [0.1, -0.4, 2, 3] };
  const c = { x: 2, y: 1, f: [1.2, 1.5, 1.9, 2.4], h: [2, 0.9, 4.4, 0.6], loss: 1.96 };
  const slopes = (k: number) => (z: number) => 10 * k + z;
  const nodes = toyGraph(p, c, [slopes(1), slopes(2), slopes(3)]);
  const named = (label: string) => nodes.find((node) => node.label === label);

  it("has a node for x, each parameter, each f and h, and the loss", () => {
    expect(nodes).toHaveLength(1 + 8 + 4 + 3 + 1);
    expect(named("f2")).toMatchObject({ data: 1.9, parents: ["h2", "ω2", "β2"], slopes: [2, 4.4, 1] });
  });
  it("asks the slope of an activation at its input", () => {
    expect(named("h2")).toMatchObject({ data: 4.4, parents: ["f1"], slopes: [20 + 1.5] });
  });
  it("ends in the loss, whose slope is twice the residual", () => {
    expect(nodes.at(-1)).toMatchObject({ label: "loss", data: 1.96, parents: ["f3"] });
    expect(nodes.at(-1)?.slopes?.[0]).toBeCloseTo(2 * (2.4 - 1), 12);
  });
  it("shows gradients once they are given", () => {
    expect(nodes.every((node) => node.grad === undefined)).toBe(true);
    const grads = {
      dF: [1, 2, 3, 4],
      dH: [5, 6, 7, 8],
      dBeta: [9, 10, 11, 12],
      dOmega: [13, 14, 15, 16],
      dX: 5,
    };
    const known = toyGraph(p, c, [slopes(1), slopes(2), slopes(3)], grads);
    expect(known.map(({ label, grad }) => `${label} ${grad}`).join(", ")).toMatchInlineSnapshot(
      `"x 5, ω0 13, β0 9, f0 1, h1 6, ω1 14, β1 10, f1 2, h2 7, ω2 15, β2 11, f2 3, h3 8, ω3 16, β3 12, f3 4, loss 1"`,
    );
  });
});
