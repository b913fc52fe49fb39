/** @file J1: the Jacobian of tanh(Wx + b), 20×20, against a backward pass of the micrograd port for each row. */
import { jacobian, mulberry32, Tensor } from "gradbook";
import { agree } from "../agree.ts";
import { MicrogradValue } from "../micrograd.ts";
import { race, report } from "../race.ts";

const N = 20;
const rng = mulberry32(9);
const draw = (size: number) => Array.from({ length: size }, () => rng() - 0.5);
const [W, b, x] = [Array.from({ length: N }, () => draw(N)), draw(N), draw(N)];

const array = (shape: number[], entries: readonly number[]) =>
  new Tensor({ shape, data: Float64Array.from(entries) });
const [weights, bias, at] = [array([N, N], W.flat()), array([N], b), array([N], x)];
const ours = () => jacobian((v) => weights.matmul(v).add(bias).tanh())(at).value.data;

function port(): number[] {
  const inputs = x.map((xi) => new MicrogradValue(xi));
  const outputs = W.map((row, i) =>
    row.reduce((sum, w, j) => sum.add(inputs[j]!.mul(w)), new MicrogradValue(b[i]!)).tanh(),
  );
  return outputs.flatMap((y) => {
    for (const input of inputs) input.grad = 0;
    y.backward();
    return inputs.map((input) => input.grad);
  });
}
agree([...ours()], port());

const times = race([
  { name: "gradbook", run: ours },
  { name: "micrograd", run: port },
]);
report(times, "micrograd", "gradbook");
