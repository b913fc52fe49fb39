// exercise: 10-engine/value-ops
// Everything in one class, with closures; ValueOps adds nothing.
class Value {
  data: number;
  grad = 0;
  parents: Value[] = [];
  rule = () => {};
  constructor(data: number) {
    this.data = data;
  }
  private wrap(o: Value | number): Value {
    return typeof o === "number" ? new Value(o) : o;
  }
  private node(data: number, parents: Value[], rule: (g: number) => void): this {
    const out = new (this.constructor as new (data: number) => this)(data);
    out.parents = parents;
    out.rule = () => rule(out.grad);
    return out;
  }
  private apply(f: (x: number) => number, df: (x: number, y: number) => number): this {
    const y = f(this.data);
    return this.node(y, [this], (g) => {
      this.grad += df(this.data, y) * g;
    });
  }
  add(other: Value | number): this {
    const o = this.wrap(other);
    return this.node(this.data + o.data, [this, o], (g) => {
      this.grad += g;
      o.grad += g;
    });
  }
  mul(other: Value | number): this {
    const o = this.wrap(other);
    return this.node(this.data * o.data, [this, o], (g) => {
      this.grad += o.data * g;
      o.grad += this.data * g;
    });
  }
  neg = () => this.mul(-1);
  sub = (o: Value | number) => this.add(this.wrap(o).mul(-1));
  div = (o: Value | number) => this.mul(this.wrap(o).pow(-1));
  pow = (n: number) =>
    this.apply(
      (x) => x ** n,
      (x) => n * x ** (n - 1),
    );
  exp = () => this.apply(Math.exp, (_, y) => y);
  log = () => this.apply(Math.log, (x) => 1 / x);
  log10 = () =>
    this.apply(
      (x) => Math.log(x) / Math.LN10,
      (x) => 1 / x / Math.LN10,
    );
  sin = () => this.apply(Math.sin, Math.cos);
  cos = () => this.apply(Math.cos, (x) => -Math.sin(x));
  tanh = () => this.apply(Math.tanh, (_, y) => 1 - y ** 2);
  sigmoid = () =>
    this.apply(
      (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
      (_, y) => y * (1 - y),
    );
  relu = () =>
    this.apply(
      (x) => Math.max(x, 0),
      (_, y) => (y > 0 ? 1 : 0),
    );
  abs = () => this.apply(Math.abs, (x) => (x > 0 ? 1 : x < 0 ? -1 : 0));
  max(other: Value | number): this {
    const o = this.wrap(other);
    const mine = o.data <= this.data;
    return this.node(mine ? this.data : o.data, [this, o], (g) => {
      if (mine) this.grad += g;
      else o.grad += g;
    });
  }
  backward(): void {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (node: Value) => {
      if (seen.has(node)) return;
      seen.add(node);
      node.parents.forEach(visit);
      order.unshift(node);
    };
    visit(this);
    for (const node of order) if (node.parents.length) node.grad = 0;
    this.grad += 1;
    for (const node of order) node.rule();
  }
}

export class ValueOps extends Value {}
