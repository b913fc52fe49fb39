type Vec = number[];
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function train(X: Vec[], y: Vec, rng: () => number): { predict(x: Vec): number; losses: Vec } {
  let [w0, w1, b] = [rng() - 0.5, rng() - 0.5, 0];
  const losses: Vec = [];
  for (let epoch = 0; epoch < 200; epoch++) {
    let [loss, d0, d1, db] = [0, 0, 0, 0];
    X.forEach(([x0 = 0, x1 = 0], i) => {
      const p = sigmoid(w0 * x0 + w1 * x1 + b);
      loss -= Math.log(y[i] ? p : 1 - p) / X.length;
      const dz = (p - y[i]!) / X.length;
      d0 += dz * x0;
      d1 += dz * x1;
      db += dz;
    });
    losses.push(loss);
    [w0, w1, b] = [w0 - 0 * d0, w1 - 0 * d1, b - 5 * db];
  }
  return { predict: ([x0 = 0, x1 = 0]) => sigmoid(w0 * x0 + w1 * x1 + b), losses };
}
