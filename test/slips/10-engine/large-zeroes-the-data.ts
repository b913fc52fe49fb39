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
    const seen = new Set<Value>([this]);
    const stack: { node: Value; next: number }[] = [{ node: this, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const parent = top.node.parents[top.next++];
      if (!parent) {
        order.push(top.node);
        stack.pop();
      } else if (!seen.has(parent)) {
        seen.add(parent);
        stack.push({ node: parent, next: 0 });
      }
    }
    for (const node of order) if (node.parents.length > 0) node.grad = 0;
    this.grad += 1;
    for (const node of order.reverse()) node.rule();
  }
}
export const leaf = (data: number) => new Value(data);
export function zeroGrad(leaves: Value[]): void {
  for (const each of leaves) each.data = 0;
}
