/** @file What every program must satisfy: gradients lie inside the error bars of numerical ones, at orders 1 and 2. */
import {
  grad,
  jvp,
  type NumericalGradient,
  numericalDerivative,
  numericalGradient,
  Tensor,
  Value,
} from "gradbook";
import { type Program, run, scalarOps, tensorOps } from "./program.ts";

/** @throws {Error} naming the first entry outside its bar; kinks, and bars too wide to judge by, are passed over */
function agree(
  what: string,
  exact: readonly number[],
  { value, error, kinks }: NumericalGradient<number[]>,
): void {
  exact.forEach((g, i) => {
    const scale = Math.max(1, Math.abs(value[i]!));
    if (kinks.some(({ at }) => at === `x[${i}]`) || !(error[i]! <= 1e-4 * scale)) return;
    if (!(Math.abs(g - value[i]!) <= 2 * error[i]! + 1e-10 * scale))
      throw new Error(`${what}[${i}] is ${g}; numerically ${value[i]} ± ${error[i]}`);
  });
}

export function scalarProgramAgrees(program: Program): void {
  const inputs = (x: readonly number[]) => x.map((xi) => new Value(xi));
  const xs = inputs(program.inputs);
  run(scalarOps, program, xs).backward();
  const f = (x: number[]) => run(scalarOps, program, inputs(x)).data;
  agree(
    "grad",
    xs.map((x) => x.grad),
    numericalGradient(f, [...program.inputs]),
  );
}

const matrix = (x: readonly number[]) => new Tensor({ shape: [2, 3], data: Float64Array.from(x) });
/** Uneven, so that nothing cancels. */
const direction = matrix([1, -0.7, 0.4, 0.3, -0.2, 0.6]);

export function tensorProgramAgrees(program: Program): void {
  const f = (x: Tensor) => run(tensorOps, program, [x]).mul(direction).sum();
  const x = matrix(program.inputs);
  const first = grad(f)(x);
  agree(
    "grad",
    [...first.value.data],
    numericalGradient((at: number[]) => f(matrix(at)).item(), [...program.inputs]),
  );

  const along = first.mul(direction).sum().item();
  const { tangent } = jvp(f, x, direction);
  if (!(Math.abs(tangent.item() - along) <= 1e-9 * Math.max(1, Math.abs(along))))
    throw new Error(`jvp is ${tangent.item()}, the gradient along the same direction ${along}`);

  // The second derivative along the direction; entry by entry would take six times as long.
  const slope = (at: Tensor) => grad(f)(at).mul(direction).sum();
  const second = grad(slope)(x).mul(direction).sum().item();
  const { value, error, kink } = numericalDerivative((t) => slope(x.add(direction.mul(t))).item(), 0);
  const bar = { value: [value], error: [error], kinks: kink ? [{ at: "x[0]", ...kink }] : [] };
  agree("the second derivative along the direction", [second], bar);
}
