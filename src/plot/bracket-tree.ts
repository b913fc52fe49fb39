/** @file The bracketing of a matrix product as a tree, with the multiplications that each product takes. */
import { colours } from "./colours.ts";
import { escaped } from "./escape.ts";

/** A matrix, or a product of two bracketings: [["A", "B"], "C"] is (A B) C. */
export type Bracketing = string | readonly [Bracketing, Bracketing];
/** Of a matrix. */
export type MatrixShape = readonly [rows: number, columns: number];

interface Drawn {
  readonly shape: MatrixShape;
  readonly x: number;
  readonly depth: number;
  readonly cost: number;
  readonly marks: readonly string[];
}

const leafWidth = 92;
const level = 62;
const top = 30;

/**
 * Draws how a product is bracketed, without showing it: for `strip` and `show`. The matrices stand on top, in their
 * order; each joint is a product, with its price beside it and the shape of its result.
 *
 * @param shapes rows and columns of each matrix, by name
 * @returns the text of one SVG, and the multiplications of all products together
 * @throws {Error} if two neighbours cannot be multiplied
 */
export function bracketTree(
  tree: Bracketing,
  shapes: Readonly<Record<string, MatrixShape>>,
): { svg: string; cost: number } {
  let leaves = 0;
  const draw = (node: Bracketing): Drawn => {
    if (typeof node === "string") {
      const shape = shapes[node];
      if (!shape) throw new Error(`bracketTree: no shape is given for ${node}`);
      const x = leafWidth * (leaves++ + 0.5);
      const marks = [
        label(x, top - 14, node, colours.ink, "bold"),
        label(x, top + 3, written(shape), colours.blue),
      ];
      return { shape, x, depth: 0, cost: 0, marks };
    }
    const [left, right] = [draw(node[0]), draw(node[1])];
    const [[rows, inner], [also, columns]] = [left.shape, right.shape];
    if (inner !== also)
      throw new Error(`bracketTree: ${written(left.shape)} and ${written(right.shape)} do not fit together`);
    const price = rows * inner * columns;
    const [x, depth] = [(left.x + right.x) / 2, 1 + Math.max(left.depth, right.depth)];
    const shape = [rows, columns] as const;
    const marks = [
      ...[left, right].map((child) => branch(child, x, depth)),
      `<circle cx="${x}" cy="${at(depth)}" r="4" fill="${colours.vermilion}"/>`,
      label(x, at(depth) + 17, written(shape), colours.blue),
      label(
        x + 9,
        at(depth) - 2,
        `${rows}·${inner}·${columns} = ${price}`,
        colours.vermilion,
        "bold",
        "start",
      ),
    ];
    const cost = price + left.cost + right.cost;
    return { shape, x, depth, cost, marks: [...left.marks, ...right.marks, ...marks] };
  };
  const { cost, depth, marks } = draw(tree);
  const [width, height] = [leafWidth * leaves + 30, at(depth) + 26];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="system-ui, sans-serif" font-size="13" style="background: white">${marks.join("")}</svg>`;
  return { svg, cost };
}

const at = (depth: number) => top + depth * level;
const written = ([rows, columns]: MatrixShape) => `${rows}×${columns}`;
const label = (x: number, y: number, words: string, fill: string, weight = "normal", anchor = "middle") =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}" font-weight="${weight}">${escaped(words)}</text>`;
/** From below a child's shape to its parent's joint. */
const branch = (child: Drawn, x: number, depth: number) =>
  `<line x1="${child.x}" y1="${at(child.depth) + (child.depth ? 22 : 9)}" x2="${x}" y2="${at(depth) - 4}" ` +
  `stroke="${colours.grey}" stroke-width="1.5"/>`;
