// exercise: 10-engine/value
// slip: fan-out-overwritten
export class Value {
  static made: Value[] = [];
  data: number;
  grad = 0;
  parents: [node: Value, slope: number][] = [];

  constructor(data: number) {
    this.data = data;
    Value.made.push(this);
  }

  private from(data: number, ...parents: [node: Value, slope: number][]): this {
    const out = new (this.constructor as new (data: number) => this)(data);
    out.parents = parents;
    return out;
  }
  add(o: Value | number): this {
    if (typeof o === "number") return this.from(this.data + o, [this, 1]);
    return this.from(this.data + o.data, [this, 1], [o, 1]);
  }
  mul(o: Value | number): this {
    if (typeof o === "number") return this.from(this.data * o, [this, o]);
    return this.from(this.data * o.data, [this, o.data], [o, this.data]);
  }
  backward(): void {
    this.grad = 1;
    const all = Value.made.slice(0, Value.made.indexOf(this) + 1).reverse();
    for (const node of all) for (const [parent, slope] of node.parents) parent.grad = slope * node.grad;
  }
}
