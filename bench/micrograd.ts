/** @file The design most people know, as a yardstick: a Set of children, a closure per node, a recursive topological sort. */

/** After A. Karpathy's micrograd, in our own TypeScript. */
export class MicrogradValue {
  data: number;
  grad = 0;
  private readonly children: Set<MicrogradValue>;
  private pass: () => void = () => {};

  constructor(data: number, children: MicrogradValue[] = []) {
    this.data = data;
    this.children = new Set(children);
  }
  add(o: MicrogradValue | number): MicrogradValue {
    const other = o instanceof MicrogradValue ? o : new MicrogradValue(o);
    const out = new MicrogradValue(this.data + other.data, [this, other]);
    out.pass = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }
  mul(o: MicrogradValue | number): MicrogradValue {
    const other = o instanceof MicrogradValue ? o : new MicrogradValue(o);
    const out = new MicrogradValue(this.data * other.data, [this, other]);
    out.pass = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }
  relu(): MicrogradValue {
    const out = new MicrogradValue(Math.max(this.data, 0), [this]);
    out.pass = () => {
      this.grad += (out.data > 0 ? 1 : 0) * out.grad;
    };
    return out;
  }
  tanh(): MicrogradValue {
    const t = Math.tanh(this.data);
    const out = new MicrogradValue(t, [this]);
    out.pass = () => {
      this.grad += (1 - t * t) * out.grad;
    };
    return out;
  }
  backward(): void {
    const order: MicrogradValue[] = [];
    const visited = new Set<MicrogradValue>();
    const build = (v: MicrogradValue): void => {
      if (visited.has(v)) return;
      visited.add(v);
      for (const child of v.children) build(child);
      order.push(v);
    };
    build(this);
    this.grad = 1;
    for (const v of order.reverse()) v.pass();
  }
}
