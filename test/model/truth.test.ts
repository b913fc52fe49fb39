import { describe, expect, it, test } from "vitest";
import { type Any, type Model, type ModelOps, Node, record } from "../../grader/model/node.ts";
import { Entry } from "../../grader/model/reference.ts";
import { type Tree, truthOf } from "../../grader/model/truth.ts";
import { InfrastructureError } from "../../grader/runner.ts";

const truth = <M extends Model>(build: (ops: ModelOps) => M) => {
  const { model, tape } = record(build);
  return truthOf(model, tape);
};
const entries = (tree: Tree): Entry[] => (tree instanceof Entry ? [tree] : tree.flatMap(entries));

/** f = b + w x, h = tanh f, g = v h, loss = (g − 1)² */
const chain = () =>
  truth(({ of }) => {
    const [x, w, b, v] = [of(0.5), of(0.8), of(-0.2), of(1.5)];
    const f = b.add(w.mul(x));
    const h = f.tanh();
    const g = v.mul(h);
    return { x, w, b, v, f, h, g, loss: g.sub(1).square() };
  });

describe("a truth knows quantities by name", () => {
  test("values and gradients have the form of the quantity", () => {
    const t = truth(({ of }) => {
      const Ws = [of([[1, 2]]), of([[3], [4]])];
      return { Ws, loss: Ws[0]!.square().sum().add(Ws[1]!.sum()) };
    });
    expect(t.value("Ws")).toEqual([[[1, 2]], [[3], [4]]]);
    expect(t.gradient("Ws")).toEqual([[[2, 4]], [[1], [1]]]);
  });
  test("a Jacobian has outputs as rows; a tangent is a column of it", () => {
    const t = truth(({ of }) => {
      const s = of(0);
      const x = of([0.5, -1]).add(s.mul(of([1, 2])));
      return {
        s,
        x,
        y: of([
          [1, 2],
          [3, 4],
          [5, 6],
        ]).matmul(x),
      };
    });
    expect(t.jacobian("y", "x")).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(t.tangent("y", "s")).toEqual([5, 11, 17]);
  });
  test("what a quantity does not reach has gradient 0", () => {
    expect(truth(({ of }) => ({ x: of([1, 2]), loss: of(3).square() })).gradient("x")).toEqual([0, 0]);
  });
  test("a wrong name is said with the known ones", () => {
    expect(() => chain().gradient("z")).toThrow('the model has no "z"; it names x, w, b, v, f, h, g, loss');
  });
});

describe("error carried forward", () => {
  const right = chain();
  it("replaces what arrives at a quantity by the student's gradient, and hands that on", () => {
    const [dG, dH] = [right.gradient("g") as number, right.gradient("h") as number];
    const theirs = new Map([["g", 2 * dG]]);
    expect(right.stepwise("h", theirs)).toBeCloseTo(2 * dH, 12);
    expect(right.stepwise("w", theirs)).toBeCloseTo(2 * (right.gradient("w") as number), 12);
  });
  it("compares a quantity with what arrives there, not with what was put in its place", () => {
    expect(right.stepwise("g", new Map([["g", 42]]))).toBeCloseTo(right.gradient("g") as number, 12);
  });
  it("carries nothing forward from zeros, from NaN, or from another shape", () => {
    for (const nothing of [0, Number.NaN, [1], "1"])
      expect(right.stepwise("h", new Map([["g", nothing]]))).toBeCloseTo(right.gradient("h") as number, 12);
  });
});

test("order: later on the tape is nearer the loss", () => {
  const t = chain();
  const [f, h, g] = ["f", "h", "g"].map((name) => t.order(name) as number) as [number, number, number];
  expect(f < h && h < g).toBe(true);
});

test("margin: how far the nearest kink is", () => {
  expect(chain().margin).toBe(Number.POSITIVE_INFINITY);
  const t = truth(({ of }) => ({ loss: of([3, -0.25]).relu().sum().max(of(3.5)) }));
  expect(t.margin).toBe(0.25);
});

describe("rounding", () => {
  it("is measured: a difference of large numbers may be off by more", () => {
    const spread = (big: number) => {
      const t = truth(({ of }) => {
        const x = of(0.3);
        return {
          x,
          loss: x
            .add(big)
            .square()
            .sub(big * big),
        };
      });
      return entries(t.certain.value("loss"))[0]!.spread();
    };
    expect(spread(1)).toBeLessThan(1e-14);
    expect(spread(1e6)).toBeGreaterThan(1e-6);
  });
  it("is the same whenever it is asked for", () => {
    const ask = (names: string[]) => {
      const t = chain();
      return Object.fromEntries(names.map((name) => [name, entries(t.certain.gradient(name))[0]!.spread()]));
    };
    expect(ask(["x", "w", "b"])).toEqual(ask(["b", "w", "x"]));
  });
});

describe("large quantities are certified along random directions", () => {
  const large = (fault: boolean) =>
    truth(({ of }) => {
      const x = of(Array.from({ length: 100 }, (_, i) => Math.sin(i)));
      const loss: Any = x.exp().sum();
      if (!fault) return { x, loss };
      const { op, args, at } = loss.step!;
      const vjp: typeof op.vjp = (F, ...rest) =>
        op.vjp(F, ...rest).map((piece) => piece.map((g, i) => (i === 57 ? F.neg(g) : g)));
      return { x, loss: new Node(loss.tape, loss.shape, loss.data, { op: { ...op, vjp }, args, at }) as Any };
    });
  it("each entry can still be checked by itself, when a table shows it", () => {
    const entry = entries(large(false).certain.gradient("x"))[57]!;
    const { value, error } = entry.checked();
    expect(Math.abs(value - entry.value)).toBeLessThanOrEqual(error);
    expect(entry.value).toBeCloseTo(Math.exp(Math.sin(57)), 12);
  });
  it("one wrong entry of a hundred stops the judge", () => {
    expect(() => large(true).gradient("x")).toThrow(InfrastructureError);
  });
});

test("an undefined value is the model's fault, not the student's", () => {
  const t = truth(({ of }) => {
    const x = of(-1);
    return { x, loss: x.log() };
  });
  expect(() => t.value("loss")).toThrow(InfrastructureError);
  expect(() => t.gradient("x")).toThrow(InfrastructureError);
});
