// exercise: 10-engine/train-with-engine
// slip: unnamed
import type { Mat, Vec } from "gradbook";
import { zeroGrad } from "../../../solutions/10-engine/large-graphs.ts";
import { ValueOps } from "../../../solutions/10-engine/value-ops.ts";

export function trainWithEngine(X: Mat, y: Vec, rng: () => number): { predict(x: Vec): number; losses: Vec } {
  const leaf = () => new ValueOps(3 * rng() - 1.5);
  const hidden = Array.from({ length: 8 }, () => ({ w1: leaf(), w2: leaf(), b: leaf(), out: leaf() }));
  const bias = leaf();
  const parameters = [...hidden.flatMap(({ w1, w2, b, out }) => [w1, w2, b, out]), bias];

  // The coordinates are plain numbers, constants: nobody asks for their gradient.
  const score = ([x1, x2]: Vec) =>
    hidden.reduce(
      (sum, { w1, w2, b, out }) => sum.add(w1.mul(x1).add(w2.mul(x2)).add(b).tanh().mul(out)),
      bias,
    );
  // ln(1 + e^-m) = max(-m, 0) + ln(1 + e^-|m|), so that no margin overflows.
  const cost = (margin: ValueOps) => margin.neg().max(0).add(margin.abs().neg().exp().add(1).log());

  const velocity = parameters.map(() => 0);
  const losses: Vec = [];
  for (let epoch = 0; epoch < 20; epoch++) {
    const order = X.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rng() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let total = 0;
    for (let start = 0; start < order.length; start += 10) {
      const batch = order.slice(start, start + 10);
      // One loss for the whole batch, so that one sweep finds everything; 1/n makes the step independent of n.
      const costs = batch.map((i) => cost(score(X[i]).mul(y[i] ? 1 : -1)));
      const loss = costs.reduce((sum, c) => sum.add(c)).mul(1 / batch.length);
      zeroGrad(parameters);
      loss.backward();
      for (const [k, parameter] of parameters.entries()) {
        velocity[k] = 0.9 * velocity[k] - 0.2 * parameter.grad;
        parameter.data += velocity[k]; // the leaf stays, its number changes; the graph of this step is forgotten
      }
      total += loss.data * batch.length;
    }
    losses.push(total);
  }
  return { predict: (x) => score(x).data, losses };
}
