// exercise: 10-engine/value
// slip: stale-interior
export class Value {
  data: number;
  grad = 0;
  protected parents: Value[] = [];
  protected rule = () => {};

  constructor(data: number) {
    this.data = data;
  }

  protected result(data: number): this {
    return new (this.constructor as new (data: number) => this)(data);
  }

  add(o: Value | number): this {
    const other = typeof o === "number" ? new Value(o) : o;
    const out = this.result(this.data + other.data);
    out.parents = [this, other];
    out.rule = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }

  mul(o: Value | number): this {
    const other = typeof o === "number" ? new Value(o) : o;
    const out = this.result(this.data * other.data);
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
    order.reverse();

    this.grad += 1;
    for (const node of order) node.rule();
  }
}
