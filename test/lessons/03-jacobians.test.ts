/** @file Lesson 03 says no number that is not derived here, from the lectures' worked examples or by plain arithmetic. */
import { jacobian, type Tensor, tensor } from "gradbook";
import { describe, expect, it } from "vitest";
import { worked } from "../../grader/worked.ts";
import { decimalsAreKnown, textsOf, worksOut } from "./prose.ts";

const { prose, code } = textsOf("03-jacobians");

const column = worked("cs434-vector-by-scalar");
const row = worked("cs434-scalar-by-vector");
const square = worked("cs434-jacobian-2x2");
const chain = worked("cs434-chain-rule-row");
const layer = worked("cs434-vector-by-matrix");
const denominator = worked("ds542-denominator-layout");
const relu = worked("ds542-relu-jacobian");
const softmax = worked("softmax-cross-entropy");
const hidden = worked("cis7000-hidden-layer-mse-sigmoid");

/** The softmax by the library: its own rules, none of the lesson's. */
const p = softmax.expected.vec("p");
const slopesOfSigmoid = hidden.expected.mat("D_beta_f_x1")[0]!.map((h) => h * (1 - h));
const beta = hidden.given.vec("beta");
const x1 = hidden.given.mat("X")[0]!;
const byW = hidden.expected.mat("D_W_f_x1_asMatrix");

/** Numbers that the lesson sets: inputs, steps. */
const given = [
  ...[...row.given.vec("w"), ...layer.given.vec("v"), ...relu.given.vec("b"), ...softmax.given.vec("z")],
  ...[...beta, ...x1, 0.1, 0.2],
];
/** Numbers that follow from them. */
const derived = [
  ...[-5 * 0.1 + 1 * 0.2, 6 * 0.1 + 0 * 0.2, 3.1 ** 2 - 3 ** 2, 0.1 ** 2],
  ...[...p, 1 - p[0]!, softmax.expected.mat("softmaxJacobian")[0]![0]!],
  ...[...hidden.expected.vec("pre_x1"), ...slopesOfSigmoid, beta[1]! * slopesOfSigmoid[1]!, byW[1]![1]!],
];

describe("the prose of lesson 03", () => {
  decimalsAreKnown(prose, given, derived);
  const [a, b, c] = [String.raw`\(?N\)?`, String.raw`\(?N\)?`, "N"];
  const sums = worksOut(prose, `${a} × ${b} \\+ ${a} × ${b} = ${c}`, (k, l, m, n) => k! * l! + m! * n!);
  const products = worksOut(prose, `(?<!\\+ |[\\d.(-])${a} × ${b} = ${c}`, (k, l) => k! * l!);
  it("multiplies often enough for a reader to follow", () => expect(sums + products).toBeGreaterThan(5));

  it("counts the entries of a large layer", () => {
    const count = (n: number) => n.toLocaleString("en");
    expect(prose).toContain(`16 × ${count(16 * 784)} = ${count(16 * 16 * 784)} entries`);
    expect(prose).toContain(`of which ${count(16 * 784)} are not 0`);
  });
  it("cuts the row of a weight gradient into the outer product", () => {
    const g = [1, -2];
    const cut = g.map((gi) => layer.given.vec("v").map((xj) => gi * xj));
    expect(prose).toContain(cut.map((line) => line.join(" & ")).join(" \\\\ "));
    expect(prose).toContain(`g times the 2 × 6 is (${cut.flat().join(", ")})`);
  });
});

describe("the examples of lesson 03 are those of the lectures", () => {
  it("three small tables", () => {
    expect(prose).toContain(`At x = ${column.given.num("x")}, y is (${column.expected.vec("y").join(", ")})`);
    expect(column.expected.mat("dy_dx_column")).toEqual([[-5], [6]]);
    expect(prose).toContain(`w = (${row.given.vec("w").join(", ")})`);
    expect(row.expected.mat("dy_dx_row")).toEqual([row.given.vec("w")]);
    expect(prose).toContain(`v = (${square.given.vec("x").join(", ")})`);
    expect(code).toContain(
      `const J: Mat = [${square.expected
        .mat("jacobian")
        .map((r) => `[${r.join(", ")}]`)
        .join(", ")}]`,
    );
  });
  it("the chain with a product", () => {
    const [dLdy, dLdx] = [chain.expected.mat("dL_dy")[0]!, chain.expected.mat("dL_dx")[0]!];
    expect(prose).toContain(`(${dLdy.join(", ")})`);
    expect(prose).toContain(`= ${dLdx[0]}, and v₂`);
    expect(prose).toContain(`= ${dLdx[1]}. The sum`);
  });
  it("the linear layer", () => {
    expect(prose).toContain(`x = (${layer.given.vec("v").join(", ")})`);
    expect(layer.given.mat("X")).toEqual(denominator.given.mat("Omega"));
    const turned = denominator.expected.mat("df_dh_denominatorLayout");
    expect(prose).toContain(`here ${turned.map((r) => `(${r.join(", ")})`).join(", ")}`);
  });
  it("relu and softmax, the second by the library's own rules", () => {
    expect(code).toContain(
      `const reluJ: Mat = [${relu.expected
        .mat("jacobian")
        .map((r) => `[${r.join(", ")}]`)
        .join(", ")}]`,
    );
    const z = tensor(softmax.given.vec("z"));
    const byLibrary = jacobian((t: Tensor) => t.exp().div(t.exp().sum()))(z).toList() as number[][];
    for (const [i, line] of softmax.expected.mat("softmaxJacobian").entries())
      for (const [j, s] of line.entries()) expect(byLibrary[i]![j]).toBeCloseTo(s, 12);
  });
  it("the hidden layer", () => {
    expect(code).toContain(`const beta = [${beta.join(", ")}]`);
    expect(code).toContain(
      `const hidden: Mat = [${hidden.given
        .mat("W")
        .map((r) => `[${r.join(", ")}]`)
        .join(", ")}]`,
    );
    for (const [k, line] of byW.entries())
      for (const [j, slope] of line.entries())
        expect(beta[k]! * slopesOfSigmoid[k]! * x1[j]!).toBeCloseTo(slope, 12);
  });
});
