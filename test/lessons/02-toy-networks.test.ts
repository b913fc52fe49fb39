/** @file Lesson 02 says no number that is not derived here, from the library or from the lectures' worked examples. */
import { Value } from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { prose, code } = textsOf("02-toy-networks");

const sigmoid = (z: number) => new Value(z).sigmoid().data;
const slopeOfSigmoid = (z: number) => sigmoid(z) * (1 - sigmoid(z));

/** The lesson's toy network, by the library. */
const toy = worked("ds542-toy-UDL-sin-exp-cos");
const beta = toy.given.vec("beta").map((b) => new Value(b));
const omega = toy.given.vec("omega").map((w) => new Value(w));
const f: Value[] = [];
const h = [new Value(toy.given.num("x"))];
const acts = [(v: Value) => v.sin(), (v: Value) => v.exp(), (v: Value) => v.cos()];
for (const k of [0, 1, 2, 3]) {
  f.push(omega[k]!.mul(h[k]!).add(beta[k]!));
  if (k < 3) h.push(acts[k]!(f[k]!));
}
const loss = f[3]!.sub(toy.given.num("y")).pow(2);
loss.backward();

const neuron = worked("cs434-one-neuron");
const logistic = worked("inf721-logistic-scalar");
const bracket = worked("inf721-bce-bracket");

/** Numbers that the lesson sets: inputs, the numbers of its short chain, steps of a nudge. */
const given = [
  ...[...neuron.given.vec("w"), ...neuron.given.vec("x"), neuron.given.num("b")],
  ...[...toy.given.vec("beta"), ...toy.given.vec("omega"), toy.given.num("x")],
  ...["w", "b", "x"].map((key) => logistic.given.num(key)),
  ...[bracket.given.num("yhat"), 2.001, 0.001],
];
/** Numbers that follow from them. */
const derived = [
  neuron.expected.num("z"),
  ...[neuron.expected.num("a"), 1 - neuron.expected.num("a"), neuron.expected.num("da_db")],
  neuron.expected.vec("da_dw")[0]!,
  slopeOfSigmoid(neuron.expected.num("a")), // asked at the output: the wrong way
  0.5 * 1.5, // the weighted first input
  0.5 * 1.5 + 0.1, // the border above the example
  ...[1 / 4, -1 / 4 ** 2, 8 * (-1 / 4 ** 2), 2.001 - 2, -2 * 0.001], // the short chain
  ...[slopeOfSigmoid(0.5), slopeOfSigmoid(sigmoid(0.5)), slopeOfSigmoid(0.5) * slopeOfSigmoid(sigmoid(0.5))],
  ...worked("sigmoid-chain-vanishing")
    .expected.vec("h")
    .map((a) => a * (1 - a)), // the slopes settle
  ...[...f, ...h].flatMap(({ data, grad }) => [data, grad]),
  ...[loss.data, omega[3]!.grad, -Math.sin(f[2]!.data), -Math.sin(h[3]!.data)],
  -Math.sin(h[3]!.data) * h[3]!.grad, // asked at the output: the wrong way
  ...["dL_dyhat", "dyhat_dz", "dL_dz"].map((key) => logistic.expected.num(key)),
  bracket.expected.num("correct_y0"),
  0.8 * (1 - 0.8),
];

describe("the prose of lesson 02", () => {
  decimalsAreKnown(prose, given, derived);

  const factor = String.raw`\(?N\)?`;
  const products = worksOut(prose, `${factor} × ${factor} = N`, (a, b) => a * b);
  const sums = worksOut(prose, `${factor} × ${factor} \\+ N = N`, (a, b, c) => a * b + c);
  it("multiplies often enough for a reader to follow", () => expect(products + sums).toBeGreaterThan(8));

  it("counts the parameters of two hidden layers of three units as the lecture's example has them", () => {
    const net = worked("ds542-unwieldy-network");
    const sizes = ["theta_k0_k1", "psi_k0_to_k3"].map((key) => net.given.mat(key).flat().length);
    const parameters = sizes[0]! + sizes[1]! + net.given.vec("phi").length;
    expect(parameters).toBe(net.expected.num("parameterCount"));
    expect(prose).toContain(`${parameters} parameters`);
  });
});

describe("the examples of lesson 02 are those of the lectures", () => {
  it("the toy network", () => {
    expect(loss.data).toBeCloseTo(toy.expected.num("loss"), 12);
    expect(code).toContain(
      `beta: [${toy.given.vec("beta").join(", ")}], omega: [${toy.given.vec("omega").join(", ")}]`,
    );
    expect(prose).toContain(`loss, ${toy.expected.num("loss").toFixed(4)}`);
  });
  it("the vanishing chain: the product falls below one millionth between layers 5 and 10", () => {
    const chain = worked("sigmoid-chain-vanishing");
    const [, , atFive = 0, atTen = 0] = chain.expected.vec("dh_dx");
    expect(atFive > 1e-6 && atTen < 1e-6).toBe(true);
    expect(code).toContain(`weight: ${chain.given.num("w")}, x: ${chain.given.num("x")}, depth: 20`);
  });
  it.each(["w", "x", "b"])("logistic regression: %s", (name) => {
    expect(code).toContain(`new Value(${logistic.given.num(name)}, "${name}")`);
  });
});
