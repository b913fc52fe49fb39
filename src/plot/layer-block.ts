/** @file A linear layer as a block: what goes through it forwards and backwards, each arrow with its shape. */
import { colours } from "./colours.ts";
import { Plot } from "./load.ts";
import { picture } from "./picture.ts";
import { labelAt } from "./words.ts";

type Point = readonly [x: number, y: number];
interface Wire {
  readonly from: Point;
  readonly to: Point;
  readonly words: string;
  readonly colour: string;
}

/**
 * Draws y = Wx + b without showing it: x and the parameters in and y out (blue), and on the way back the gradient by y
 * in, those by x, W and b out (vermilion).
 *
 * @param inputs entries of x
 * @param outputs entries of y
 * @returns the text of one SVG
 */
export function layerBlock(inputs: number, outputs: number): string {
  const [forwards, backwards] = [colours.blue, colours.vermilion];
  const wires: readonly Wire[] = [
    { from: [0, 2.6], to: [1, 2.6], words: `x  (${inputs})`, colour: forwards },
    { from: [2, 2.6], to: [3, 2.6], words: `y  (${outputs})`, colour: forwards },
    { from: [3, 1.4], to: [2, 1.4], words: `g_out  (${outputs})`, colour: backwards },
    { from: [1, 1.4], to: [0, 1.4], words: `g_in = Wᵀ g_out  (${inputs})`, colour: backwards },
    {
      ...{ from: [1.4, 4.2], to: [1.4, 3.2], colour: forwards },
      words: `W (${outputs} × ${inputs}), b (${outputs})`,
    },
    {
      ...{ from: [1.4, 0.8], to: [1.4, -0.2], colour: backwards },
      words: `∇W = g_out xᵀ (${outputs} × ${inputs}), ∇b = g_out (${outputs})`,
    },
  ];
  const block = { x1: 1, x2: 2, y1: 0.8, y2: 3.2, fill: colours.faint, stroke: colours.grey };
  return picture({
    ...{ width: 680, height: 210, axis: null, margin: 4, marginBottom: 4 },
    ...{ x: { domain: [0, 3.2] }, y: { domain: [-0.3, 4.3] } },
    marks: [
      Plot.rect([0], block),
      labelAt("y = Wx + b", 1.5, 2, { textAnchor: "middle", dx: 0 }),
      ...wires.map(drawn),
    ],
  });
}

/** An arrow with its words above it, or beside it where it is upright. */
function drawn({ from: [x1, y1], to: [x2, y2], words, colour }: Wire) {
  const level = y1 === y2;
  return [
    Plot.arrow([0], { x1, y1, x2, y2, stroke: colour }),
    labelAt(words, Math.min(x1, x2), level ? y1 + 0.3 : (y1 + y2) / 2, { fill: colour, dx: 10 }),
  ];
}
