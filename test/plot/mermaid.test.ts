/** Graphs as Mermaid text. */
import { tensor, Value, variable } from "gradbook";
import { mermaid } from "gradbook/plot";
import { describe, expect, it } from "vitest";

describe("mermaid", () => {
  it("has a node for each number and an arrow with the local slope for each operand", () => {
    const [a, b] = [new Value(2, "a"), new Value(-3, "b")];
    const y = a.mul(b).add(a).named("y");
    y.backward();
    expect(mermaid(y)).toMatchInlineSnapshot(`
      "flowchart LR
        n0(["a<br>value 2<br>gradient -2"])
        n1(["b<br>value -3<br>gradient 2"])
        n2["×<br>value -6<br>gradient 1"]
        n3["y (+)<br>value -4<br>gradient 1"]
        n0 -->|"-3"| n2
        n1 -->|"2"| n2
        n2 -->|"1"| n3
        n0 -->|"1"| n3"
    `);
  });
  it("draws tensors by small values or by shape", () => {
    const W = variable([[1, -2]]).named("W");
    const loss = W.matmul(tensor([3, 4]))
      .square()
      .mean()
      .named("loss");
    loss.backward();
    expect(mermaid(loss)).toMatchInlineSnapshot(`
      "flowchart LR
        n0(["W<br>value [[1, -2]]<br>gradient [[-30, -40]]"])
        n1(["constant<br>value [[3], [4]]"])
        n2["matmul<br>value [[-5]]"]
        n3["reshape<br>value [-5]"]
        n4["square<br>value [25]"]
        n5["sum<br>value 25"]
        n6(["constant<br>value 1"])
        n7["loss (×)<br>value 25"]
        n0 --> n2
        n1 --> n2
        n2 --> n3
        n3 --> n4
        n4 --> n5
        n5 --> n7
        n6 --> n7"
    `);
  });
  it("folds a large graph and says how much", () => {
    let y = new Value(1, "x");
    for (let i = 0; i < 2000; i++) y = y.tanh();
    expect(mermaid(y, { most: 2, slopes: false })).toMatchInlineSnapshot(`
      "flowchart LR
        n0(["1,999 earlier numbers, folded"])
        n1["tanh<br>value 0.027375"]
        n2["tanh<br>value 0.027368"]
        n0 --> n1
        n1 --> n2"
    `);
  });
  it("spells what Mermaid would read as its own", () => {
    expect(mermaid([{ id: 'a"]', label: 'x["end"] #1;', data: 1, parents: [] }])).toMatchInlineSnapshot(`
      "flowchart LR
        n0(["x#91;#34;end#34;#93; #35;1#59;<br>value 1"])"
    `);
  });
});
