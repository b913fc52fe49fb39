/** @file Two moons: a network of 2-16-16-1 units learns where one ends and the other begins. */
import { writeFileSync } from "node:fs";
import * as gb from "gradbook";
import { colours, Plot, picture } from "gradbook/plot";

const [file = "moons.svg", steps = "600"] = process.argv.slice(2);
const rng = gb.mulberry32(1);
const { X, y } = gb.moons(200, 0.15, rng);

const net = gb.sequential(gb.linear(2, 16), gb.tanh, gb.linear(16, 16), gb.tanh, gb.linear(16, 1));
let parameters = net.init(rng);
const loss = gb.valueAndGrad((p: typeof parameters, batch: readonly number[]) => {
  const logits = net.apply(p, gb.tensor(batch.map((i) => X[i]!))).reshape([-1]);
  return gb.binaryCrossEntropyWithLogits(logits, gb.tensor(batch.map((i) => y[i]!)));
});
const descend = gb.adam({ lr: 0.05 });
for (let step = 0; step < Number(steps); step++) {
  const { value, grad } = loss(parameters, gb.minibatches(200, 50, rng)[0]!);
  parameters = descend(parameters, grad);
  if (step % 100 === 0) console.log(`step ${step}: loss ${value.item().toFixed(3)}`);
}

const chance = (px: number, py: number) =>
  net
    .apply(parameters, gb.tensor([[px, py]]))
    .sigmoid()
    .sum()
    .item();
const right = X.filter(([px, py], i) => (chance(px!, py!) > 0.5 ? 1 : 0) === y[i]).length;
console.log(`${right} of 200 points on the right side`);

const square = { x1: -1.5, x2: 2.5, y1: -1, y2: 1.5, pixelSize: 8 };
const ground = Plot.contour({ ...square, fill: chance });
const fill = y.map((label) => (label ? colours.vermilion : colours.blue));
const dots = Plot.dot(X, { x: "0", y: "1", fill, stroke: "white" });
const [x, color] = [{ label: "x" }, { range: ["#c6dbef", "#fdd0a2"] }];
writeFileSync(file, picture({ x, y: { label: "y" }, color, marks: [ground, dots] }));
