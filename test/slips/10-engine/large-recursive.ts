// exercise: 10-engine/large-graphs
// slip: unnamed
class Value {
  data: number;
  grad = 0;
  protected parents: Value[] = [];
  protected rule = () => {};
  constructor(data: number) {
    this.data = data;
  }
  add(o: Value | number): Value {
    const other = typeof o === "number" ? new Value(o) : o;
    const out = new Value(this.data + other.data);
    out.parents = [this, other];
    out.rule = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }
  mul(o: Value | number): Value {
    const other = typeof o === "number" ? new Value(o) : o;
    const out = new Value(this.data * other.data);
    out.parents = [this, other];
    out.rule = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }
  backward(): void {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (node: Value) => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const parent of node.parents) visit(parent);
      order.push(node);
    };
    visit(this);
    for (const node of order) if (node.parents.length > 0) node.grad = 0;
    this.grad += 1;
    for (const node of order.reverse()) node.rule();
  }
}
export const leaf = (data: number) => new Value(data);
export function zeroGrad(leaves: Value[]): void {
  for (const each of leaves) each.grad = 0;
}
