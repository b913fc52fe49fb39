export class Value {
  data: number;
  grad = 0;
  private parents: Value[] = [];
  private rule: () => void = () => {};
  constructor(data: number) {
    this.data = data;
  }
  add(o: Value): Value {
    const out = new Value(this.data + o.data);
    out.parents = [this, o];
    out.rule = () => {
      this.grad += out.grad;
      o.grad += out.grad;
    };
    return out;
  }
  mul(o: Value): Value {
    const out = new Value(this.data * o.data);
    out.parents = [this, o];
    out.rule = () => {
      this.grad = o.data * out.grad;
      o.grad = this.data * out.grad;
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
    this.grad = 1;
    for (const node of order.reverse()) node.rule();
  }
}
