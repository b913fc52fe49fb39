// exercise: 10-engine/value
// slip: too-early
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
      order.push(node);
      for (const parent of [...node.parents].reverse()) visit(parent);
    };
    visit(this);
    for (const node of order) if (node.parents.length > 0) node.grad = 0;
    this.grad += 1;
    for (const node of order) node.rule();
  }
}
