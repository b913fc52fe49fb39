/** @file S2mlp: the step of S2value with the library's own MLP, whose neurons are one node each, against the port. */
import { MLP, type Value, zeroGrad } from "gradbook";
import { agree } from "../agree.ts";
import { MicrogradValue } from "../micrograd.ts";
import { moonsProblem, stepOf } from "../moons.ts";
import { race, report } from "../race.ts";

/** As lessons write it. */
function libraryStep(): () => number {
  const { X, signs, start } = moonsProblem();
  const outputs = start.map((neurons) => neurons.length);
  const network = new MLP(2, outputs, () => 0);
  const parameters = network.parameters();
  for (const [i, number] of start.flat(2).entries()) parameters[i]!.data = number;
  const sum = (values: Value[]) => values.reduce((total, value) => total.add(value));
  return () => {
    const hinges = X.map((x, s) => network.apply(x)[0]!.mul(-signs[s]!).add(1).relu());
    const penalty = sum(parameters.map((p) => p.mul(p)));
    const loss = sum(hinges)
      .mul(1 / X.length)
      .add(penalty.mul(1e-4));
    zeroGrad(parameters);
    loss.backward();
    for (const p of parameters) p.data -= 0.05 * p.grad;
    return loss.data;
  };
}
const losses = (step: () => number) => Array.from({ length: 20 }, step);
agree(losses(libraryStep()), losses(stepOf("trial", MicrogradValue)));

const times = race([
  { name: "gradbook", run: libraryStep() },
  { name: "micrograd", run: stepOf("micrograd", MicrogradValue) },
]);
report(times, "micrograd", "gradbook");
