/** @file Tiny digits: a network of 64-32-10 units learns to read drawings of 8 × 8 pixels. */
import { writeFileSync } from "node:fs";
import * as gb from "gradbook";
import { colours, Plot, picture } from "gradbook/plot";

const [file = "digits.svg", epochs = "20"] = process.argv.slice(2);
const rng = gb.mulberry32(1);
const [seen, unseen] = [gb.tinyDigits(1000, rng), gb.tinyDigits(200, rng)];

const net = gb.sequential(gb.linear(64, 32, gb.he), gb.relu, gb.linear(32, 10));
let parameters = net.init(rng);
const loss = gb.valueAndGrad((p: typeof parameters, batch: readonly number[]) => {
  const [X, classes] = [batch.map((i) => seen.X[i]!), batch.map((i) => seen.y[i]!)];
  return gb.crossEntropy(net.apply(p, gb.tensor(X)), classes);
});
const descend = gb.adam({ lr: 0.01 });
const curve: [step: number, loss: number][] = [];
for (let epoch = 0; epoch < Number(epochs); epoch++)
  for (const batch of gb.minibatches(1000, 50, rng)) {
    const { value, grad } = loss(parameters, batch);
    parameters = descend(parameters, grad);
    curve.push([curve.length, value.item()]);
  }

const logits = net.apply(parameters, gb.tensor(unseen.X)).toList() as number[][];
const right = logits.filter((row, i) => row.indexOf(Math.max(...row)) === unseen.y[i]).length;
console.log(`${right} of 200 digits that it never saw are read right`);

const marks = [Plot.ruleY([0]), Plot.lineY(curve, { x: "0", y: "1", stroke: colours.blue })];
writeFileSync(file, picture({ x: { label: "step" }, y: { label: "loss" }, marks }));
