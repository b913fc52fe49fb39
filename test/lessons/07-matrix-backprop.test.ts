/** @file Lesson 07 says no number that is not derived here, from the library or from the lectures' worked examples. */
import path from "node:path";
import { type Tensor, tensor, variable } from "gradbook";
import { describe, expect, it } from "vitest";
import { makeKit } from "../../grader/cell/kit.ts";
import type { AnyExercise } from "../../grader/exercise.ts";
import { prepare } from "../../grader/judge/variant.ts";
import { PUBLIC_SEEDS } from "../../grader/seeds.ts";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { prose, code } = textsOf("07-matrix-backprop");

const layer = worked("mit-linear-layer");
const example = worked("mit-2-2-1-tanh");
const wrong = worked("mit-2-2-1-wrong-variants");
const classifier = worked("inf721-mlp-tanh-y1");
const deep = worked("ds542-deep-relu-matrix");
const summed = worked("cs434-sum-backward");
const bias = worked("unbroadcast-bias");

const z1 = classifier.expected.vec("z1");
const slopes = z1.map((z) => makeKit().act("tanh").df(z));
const dx1 = example.expected.mat("dL_dx1_row")[0]!;
const dfs = deep.expected.mat("dl_df");

/** The loss of the 2-2-1 network after a step of plain descent; a negative lr climbs. */
function lossAfter(lr: number) {
  const weights = (name: string) =>
    example.given.mat(name).map((row, i) => row.map((w, j) => w - lr * gradientOf(name)[i]![j]!));
  const times = (W: number[][], v: number[]) => W.map((row) => row.reduce((sum, w, j) => sum + w * v[j]!, 0));
  const [out = 0] = times(weights("W1"), times(weights("W0"), example.given.vec("x0")).map(Math.tanh));
  return (out - example.given.num("y")) ** 2 / 2;
}
function gradientOf(name: string) {
  return example.expected.mat(`grad${name}_paramShape`);
}

/** Numbers that the lesson sets. */
const given = [
  ...[...layer.given.mat("W").flat(), ...layer.given.vec("g_out")],
  ...[...example.given.mat("W0").flat(), ...example.given.vec("x0"), example.given.num("y"), 0.2],
  ...[
    ...classifier.given.vec("x"),
    ...classifier.given.mat("W2").flat(),
    ...deep.given.mats("Omega")[1]!.flat(),
  ],
];
/** Numbers that follow from them. */
const derived = [
  ...layer.expected.vec("x_out"),
  ...["x1", "x2", "tanhPrimeDiagonal"].flatMap((key) => example.expected.vec(key)),
  ...["x3", "loss", "dL_dx3", "loss_afterUpdate"].map((key) => example.expected.num(key)),
  ...[...dx1, example.expected.mat("gradW1_paramShape")[0]![0]!],
  ...wrong.expected.mat("W0_new_if_not_transposed").flat(),
  ...[wrong.expected.num("loss_if_W0_not_transposed"), lossAfter(-0.2)], // untransposed; uphill
  ...[0.1186, 0.989, 3.0, 2.9976], // as the slide prints them: checked below
  ...["z1", "dL_da1", "dL_dz1"].flatMap((key) => classifier.expected.vec(key)),
  ...["yhat", "dL_dz2", "slideLiteral_xT_times_gprime_scalar"].map((key) => classifier.expected.num(key)),
  ...[...classifier.expected.mat("dL_dW2").flat(), ...classifier.expected.mat("dL_dW1").flat(), ...slopes],
  ...[...deep.expected.mat("f")[0]!, ...dfs[0]!, ...dfs[1]!],
];

describe("the prose of lesson 07", () => {
  decimalsAreKnown(prose, given, derived);
  const [a, b, c] = [String.raw`\(?N\)?`, String.raw`\(?N\)?`, "N"];
  const products = worksOut(prose, `(?<![-+] |[\\d.(-])${a} × ${b} = ${c}`, (k, l) => k! * l!);
  const triple = worksOut(
    prose,
    `${a} × ${b} \\+ ${a} × ${b} \\+ ${a} × ${b} = ${c}`,
    (k, l, m, n, o, p) => k! * l! + m! * n! + o! * p!,
  );
  const pairs = worksOut(prose, `${a} × ${b} - ${a} × ${b} = ${c}`, (k, l, m, n) => k! * l! - m! * n!);
  const differences = worksOut(prose, `(?<![×\\d.] |[\\d.])N - N = ${c}`, (k, l) => k! - l!);
  it("multiplies often enough for a reader to follow", () =>
    expect(products + triple + pairs + differences).toBeGreaterThanOrEqual(6));

  it("prints the slide's rounded numbers as the slide does", () => {
    expect(dx1[0]!.toFixed(5).startsWith("-0.1186")).toBe(true); // the slide cuts off
    expect(Math.abs(example.expected.mat("W1_new").flat()[1]!).toFixed(3)).toBe("0.989");
    expect(Math.abs(example.expected.mat("W0_new")[0]![1]!).toFixed(4)).toBe("2.9976");
  });
  it("steps downhill to the lecture's loss", () => {
    expect(lossAfter(0.2)).toBeCloseTo(example.expected.num("loss_afterUpdate"), 12);
  });
  it("multiplies a row with the columns of W", () => {
    const rows = layer.given.mat("W").map((row) => `(${row.join(", ")})`);
    expect(prose).toContain(`W with rows ${rows.join(", ")}`);
    expect(code).toContain(`const arrives = [${layer.given.vec("g_out").join(", ")}]`);
    expect(prose).toContain(`gradient of W₂₃ is -2 × 3 = ${layer.expected.mat("gradW_paramShape")[1]![2]}`);
  });
});

describe("the examples of lesson 07 are those of the lectures", () => {
  it("the iteration, by the library", () => {
    const [W0, W1] = ["W0", "W1"].map((name) => variable(example.given.mat(name)));
    const x = tensor(example.given.vec("x0").map((x) => [x]));
    const loss = (W1 as Tensor)
      .matmul((W0 as Tensor).matmul(x).tanh())
      .sub(example.given.num("y"))
      .square()
      .mul(0.5)
      .sum();
    loss.backward();
    expect(loss.item()).toBeCloseTo(example.expected.num("loss"), 12);
    const gradient = (t: Tensor | undefined) => [...(t?.grad?.data ?? [])];
    for (const [name, t] of [
      ["gradW0_paramShape", W0],
      ["gradW1_paramShape", W1],
    ] as const)
      for (const [i, slope] of example.expected.mat(name).flat().entries())
        expect(gradient(t)[i]).toBeCloseTo(slope, 12);
    const rows = (m: number[][]) => m.map((row) => `[${row.join(", ")}]`).join(", ");
    expect(code).toContain(`W0: [${rows(example.given.mat("W0"))}], W1: [${rows(example.given.mat("W1"))}]`);
  });
  it("the deep network's masked unit", () => {
    const [f0 = []] = deep.expected.mat("f");
    expect(code).toContain(`const f0 = [${f0.join(", ")}]`);
    expect(code).toContain(`const df1 = [${dfs[1]!.join(", ")}]`);
    expect(
      deep.expected
        .mats("dl_dOmega")[0]!
        .flat()
        .filter((slope) => slope === 0).length,
    ).toBe(2);
  });
  it("a sum and a copied bias", () => {
    const matrix = (m: number[][]) => `(${m.map((row) => `(${row.join(", ")})`).join(", ")})`;
    expect(prose).toContain(`From (${summed.given.vec("grad").join(", ")})`);
    expect(prose).toContain(`comes ${matrix(summed.expected.mat("gradInput"))}`);
    expect(prose).toContain(`if ${matrix(bias.given.mat("grad"))} arrives`);
    expect(prose).toContain(`is (${bias.expected.vec("grad").join(", ")})`);
  });
});

describe("the misprints of the slides are recognised by their own numbers", async () => {
  const load = async (name: string) => {
    const file = path.join(import.meta.dirname, `../../grader/specs/07-matrix-backprop/${name}.ts`);
    const { default: spec } = (await import(file)) as { default: AnyExercise };
    const { cases } = prepare(spec, PUBLIC_SEEDS);
    const answersOf = (id: string, example: string) => {
      const at = cases.find(({ name }) => name === `the worked example ${example}`);
      return (spec.slips ?? [])
        .filter((slip) => slip.id === id)
        .map((slip) => slip.answers(at?.input as never, at!.truth));
    };
    return answersOf;
  };
  const iteration = await load("one-iteration");
  const bce = await load("bce-mlp-backward");
  const near = (found: unknown, wanted: unknown) =>
    expect(JSON.stringify(found, (_, x) => (typeof x === "number" ? +x.toFixed(10) : x))).toBe(
      JSON.stringify(wanted, (_, x) => (typeof x === "number" ? +x.toFixed(10) : x)),
    );

  it("M1: the factor -0.1186", () => {
    const [answer] = iteration("printed-factor", "mit-2-2-1-tanh");
    near(answer?.["dW1"], [example.expected.vec("x2").map((h) => dx1[0]! * h)]);
  });
  it("M2: the untransposed update", () => {
    const [answer] = iteration("transposed-update", "mit-2-2-1-tanh");
    near(answer?.["W0New"], wrong.expected.mat("W0_new_if_not_transposed"));
  });
  it("F5: a product that is a number", () => {
    const [literal] = bce("printed-order", "inf721-mlp-tanh-y1");
    const scalar = classifier.expected.num("slideLiteral_xT_times_gprime_scalar");
    near(
      literal?.["dW1"],
      classifier.expected.vec("dL_da1").map((d) => scalar * d),
    );
  });
});

describe("sums and broadcasts are each other's transpose, as the library has them", () => {
  type Nd = { shape: number[]; data: number[] };
  const cases: [sizes: number[], dims: number[], keepdim: boolean][] = [
    [[2, 3, 4], [0], false],
    [[2, 3, 4], [2, 0], false],
    [[3, 2], [1], true],
    [[4, 2, 3, 2], [1, 3], true],
    [[3, 4], [0, 1], false],
  ];
  const numbers = (n: number, seed: number) => Array.from({ length: n }, (_, i) => Math.sin(i * seed + 1));
  it.each(cases)("sizes %j, dims %j, keepdim %s", async (sizes, dims, keepdim) => {
    const solution = path.join(import.meta.dirname, "../../solutions/07-matrix-backprop/sum-backward.ts");
    const { sumBackward, unbroadcast } = (await import(solution)) as {
      sumBackward(grad: Nd, sizes: number[], dims: number[], keepdim: boolean): Nd;
      unbroadcast(grad: Nd, shape: number[]): Nd;
    };
    const count = sizes.reduce((product, n) => product * n, 1);
    const v = variable(0)
      .expand(sizes)
      .add(tensor(numbers(count, 0.7)).reshape(sizes));
    // Sum over the axes, the last first, so that the places of the others stay.
    const s = dims.toSorted((a, b) => b - a).reduce((t, axis) => t.sum(axis, keepdim), v);
    const g = { shape: [...s.shape], data: numbers(s.value.data.length, 1.3) };
    const back = sumBackward(g, sizes, dims, keepdim);
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a, (x, i) => x * b[i]!).reduce((t, x) => t + x, 0);
    expect(back.shape).toEqual(sizes);
    expect(dot(back.data, v.value.data)).toBeCloseTo(dot(g.data, s.value.data), 10);
    // And the other way round: what was summed with the axes kept is what unbroadcast gives back.
    const kept = sizes.map((n, axis) => (dims.includes(axis) ? 1 : n));
    const summed = unbroadcast({ shape: sizes, data: [...v.value.data] }, kept);
    expect(summed.shape).toEqual(kept);
    for (const [i, x] of summed.data.entries()) expect(x).toBeCloseTo(s.value.data[i]!, 10);
  });
});
