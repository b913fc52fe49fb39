/** @file Graph pictures: what a reader finds in them. */

import { createRequire } from "node:module";
import { tensor, Value, variable } from "gradbook";
import { type Drawable, drawGraph, type GraphNode, type GraphOptions, graphPicture } from "gradbook/plot";
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

async function read(of: Drawable, options: GraphOptions = {}) {
  const svg = await graphPicture(of, options);
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

describe("the graph of a Value", () => {
  const x = new Value(3, "x");
  const y = x.mul(x).add(x.mul(2)).named("y"); // x² + 2x, with x on three ways to y
  y.backward();

  it("has a node for each number, with the gradients of the latest backward()", async () => {
    const { nodes, edges } = await read(y);
    expect(nodes.map((words) => words.join(" ")).sort()).toEqual([
      "15 y (+) 1",
      "2 constant",
      "3 x 8",
      "6 × 1",
      "9 × 1",
    ]);
    expect(edges.flat().sort()).toEqual(["1", "1", "2", "3", "3", "3"]);
  });
  it("can leave the local slopes away", async () => {
    expect((await read(y, { slopes: false })).edges.flat()).toEqual([]);
  });
  it("can show named numbers only: one arrow for all ways between two, with the sum of their products", async () => {
    const { nodes, edges } = await read(y, { named: true });
    expect(nodes).toEqual([
      ["3", "x", "8"],
      ["15", "y", "1"],
    ]);
    expect(edges).toEqual([[`${2 * 3 + 2}`]]);
  });
  it("keeps the operation of a named number that nothing was folded into", async () => {
    const h = x.tanh().named("h");
    const { nodes } = await read(h.sub(1).pow(2).named("loss"), { named: true });
    expect(nodes.map(([, name]) => name)).toEqual(["x", "h (tanh)", "loss"]);
  });
});

/** Graphviz writes nodes in an order of its own. */
const sorted = (nodes: string[][]) => nodes.map((words) => words.join(" ")).sort();

describe("the graph of a Tensor", () => {
  it("has small arrays written out, large ones as their shape, and the gradients of variables", async () => {
    const W = variable([[1, -2]]).named("W");
    const y = W.matmul(tensor([[3], [4]])).named("y");
    y.sum().backward();
    expect(sorted((await read(y)).nodes)).toEqual([
      "[[-5]] y (matmul)",
      "[[1, -2]] W [[3, 4]]",
      "[[3], [4]] constant",
    ]);
    const large = variable(Array.from({ length: 5 }, () => [1, 2]));
    expect(sorted((await read(large.exp())).nodes)).toEqual(["(5, 2) constant", "(5, 2) exp"]);
  });
});

describe("a large graph", () => {
  const x = new Value(1, "x");
  let chain = x;
  for (let i = 0; i < 1000; i++) chain = chain.add(x).named(`s${i}`);
  it("is drawn from its last steps and their inputs; one node says how much was folded", async () => {
    const { nodes, edges } = await read(chain, { most: 3 });
    expect(sorted(nodes)).toEqual([
      "1 x 0",
      "1000 s998 (+)",
      "1001 s999 (+)",
      "997 earlier numbers, folded",
      "999 s997 (+)",
    ]);
    expect(edges.flat()).toEqual(["1", "1", "1", "1", "1"]); // none for the arrow from what was folded
  });
  it("is drawn in whole where it has no more steps than that", async () => {
    const { nodes } = await read(x.add(1).add(x), { most: 2 });
    expect(sorted(nodes)).toEqual(["1 constant", "1 x 0", "2 +", "3 +"]);
  });
  it("is folded by itself: 40 steps, if nothing is said", async () => {
    expect((await read(chain)).nodes.length).toBe(42);
  });
});
