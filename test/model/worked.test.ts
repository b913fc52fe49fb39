/** The lectures' own numbers, from the judge's ops. */
import { describe, expect, test } from "vitest";
import { type Any, type Model, type ModelOps, type Node, record } from "../../grader/model/node.ts";
import { truthOf } from "../../grader/model/truth.ts";
import { type Numbers, worked } from "../../grader/worked.ts";

const truth = <M extends Model>(build: (ops: ModelOps) => M) => {
  const { model, tape } = record(build);
  return truthOf(model, tape);
};
function close(found: unknown, expected: unknown): void {
  if (Array.isArray(expected)) {
    expect(found).toHaveLength(expected.length);
    for (const [i, each] of expected.entries()) close((found as unknown[])[i], each);
  } else expect(found).toBeCloseTo(expected as number, 12);
}
const example = (id: string, check: (given: Numbers, expected: Numbers) => void) =>
  test(id, () => {
    const { given, expected } = worked(id);
    check(given, expected);
  });

describe("worked examples", () => {
  for (const [id, log] of [
    ["cs434-graph-log10", "log10"],
    ["cs434-graph-ln", "log"],
  ] as const)
    example(id, (given, expected) => {
      const t = truth(({ of }) => {
        const [x1, x2, x3] = ["x1", "x2", "x3"].map((name) => of(given.num(name))) as [Node, Node, Node];
        return { x: [x1, x2, x3], loss: x1.add(x1.sin())[log]().mul(x2.max(x3)).mul(2) };
      });
      close(t.gradient("x"), expected.vec("grad"));
    });

  example("pytorch-named-backwards", (given, expected) => {
    const gradient = (x: number[], f: (x: Node<number[]>) => Node) =>
      truth(({ of }) => {
        const leaf = of(x);
        return { x: leaf, loss: f(leaf) };
      }).gradient("x");
    close(
      gradient(given.vec("logsumexp_x"), (x) => x.logsumexp()),
      expected.vec("logsumexp_grad"),
    );
    const upstream = given.num("prod_upstream");
    close(
      gradient(given.vec("prod_x"), (x) => x.prod().mul(upstream)),
      expected.vec("prod_grad"),
    );
    close(
      gradient(given.vec("prodZero_x"), (x) => x.prod()),
      expected.vec("prodZero_grad"),
    );
    close(
      gradient(given.vec("prodTwoZeros_x"), (x) => x.prod()),
      expected.vec("prodTwoZeros_grad"),
    );
    close(
      gradient(given.vec("norm2_x"), (x) => x.norm()),
      expected.vec("norm2_grad"),
    );
    const g = given.vec("cumsum_upstream");
    const cumsum = truth(({ of }) => {
      const x = of(g.map(() => 0.5));
      return { x, loss: x.cumsum().matmul(of(g)) };
    });
    close(cumsum.gradient("x"), expected.vec("cumsum_grad"));
  });

  example("softmax-cross-entropy", (given, expected) => {
    const z = given.vec("z");
    const t = truth(({ of }) => {
      const logits = of(z);
      const soft = logits
        .logSoftmax()
        .mul(of(given.vec("softTarget")))
        .sum()
        .neg();
      const oneHot = logits.logSoftmax().at(given.num("oneHotClass")).neg();
      return { z: logits, p: logits.softmax(), soft, oneHot };
    });
    close(t.value("p"), expected.vec("p"));
    close(t.jacobian("p", "z"), expected.mat("softmaxJacobian"));
    close(t.value("soft"), expected.num("ceSoft"));
    close(t.gradient("z", "soft"), expected.vec("dCeSoft_dz"));
    close(t.gradient("z", "oneHot"), expected.vec("dCeOneHot_dz"));
  });

  example("softmax-large-logits", (given, expected) => {
    const t = truth(({ of }) => {
      const z = of(given.vec("z"));
      return { p: z.softmax(), lse: z.logsumexp() };
    });
    close(t.value("p"), expected.vec("p"));
    close(t.value("lse"), expected.num("logsumexp"));
  });

  example("mit-2-2-1-tanh", (given, expected) => {
    const t = truth(({ of }) => {
      const [W0, W1] = [of(given.mat("W0")), of(given.mat("W1"))];
      const x1 = W0.matmul(of(given.vec("x0")));
      const x3 = W1.matmul(x1.tanh()).sum();
      return { W0, W1, x1, x3, loss: x3.sub(given.num("y")).square().mul(0.5) };
    });
    close(t.value("x1"), expected.vec("x1"));
    close(t.value("loss"), expected.num("loss"));
    close(t.gradient("W0"), expected.mat("gradW0_paramShape"));
    close(t.gradient("W1"), expected.mat("gradW1_paramShape"));
  });

  example("ds542-deep-relu-matrix", (given, expected) => {
    const t = truth(({ of }) => {
      const Omega = given.mats("Omega").map(of<number[][]>);
      const beta = given.mat("beta").map(of<number[]>);
      const x = of(given.vec("x"));
      let f: Node<number[]> = x;
      Omega.forEach((W, k) => {
        f = W.matmul(k ? f.relu() : f).add(beta[k] as Node<number[]>);
      });
      return {
        Omega,
        beta,
        x,
        loss: f
          .sub(of(given.vec("y")))
          .square()
          .sum(),
      };
    });
    close(t.value("loss"), expected.num("loss"));
    close(t.gradient("Omega"), expected.mats("dl_dOmega"));
    close(t.gradient("beta"), expected.mat("dl_dbeta"));
    close(t.gradient("x"), expected.vec("dl_dx"));
  });

  example("inf721-logistic-batch", (given, expected) => {
    const t = truth(({ of }) => {
      const [w, b, y] = [of(given.vec("w")), of(given.num("b")), of(given.vec("y"))];
      const z = of(given.mat("X")).matmul(w).add(b);
      return { w, b, yhat: z.sigmoid(), loss: z.softplus().sub(z.mul(y)).mean() };
    });
    close(t.value("yhat"), expected.vec("yhat"));
    close(t.value("loss"), expected.num("L_mean"));
    close(t.gradient("w"), expected.vec("dL_dw"));
    close(t.gradient("b"), expected.num("dL_db"));
  });

  example("activation-table", (given, expected) => {
    const names = ["identity", "sigmoid", "tanh", "relu", "leakyRelu", "sin", "cos", "exp"] as const;
    for (const name of names) {
      const t = truth(({ of }) => {
        const z = of(given.vec("z"));
        const a = z.act(name, name === "leakyRelu" ? given.num("leakyAlpha") : undefined) as Any;
        return { z, a, loss: a.sum() };
      });
      close(t.value("a"), expected.vec(`${name}.value`));
      close(t.gradient("z"), expected.vec(`${name}.derivative`));
    }
  });
});
