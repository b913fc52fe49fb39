// exercise: 10-engine/value
// Numbers count up as they are made, so sorting by number is an order in which every use comes before what it used.
let count = 0;

export class Value {
  data: number;
  grad = 0;
  readonly number = count++;
  from: { parent: Value; slope: number }[] = [];

  constructor(data: number) {
    this.data = data;
  }
  protected result(data: number): this {
    return new (this.constructor as new (data: number) => this)(data);
  }
  add(o: Value | number): this {
    const out = this.result(this.data + (typeof o === "number" ? o : o.data));
    out.from.push({ parent: this, slope: 1 });
    if (typeof o !== "number") out.from.push({ parent: o, slope: 1 });
    return out;
  }
  mul(o: Value | number): this {
    const by = typeof o === "number" ? o : o.data;
    const out = this.result(this.data * by);
    out.from.push({ parent: this, slope: by });
    if (typeof o !== "number") out.from.push({ parent: o, slope: this.data });
    return out;
  }
  backward(): void {
    const below = new Set<Value>([this]);
    for (const node of below) for (const { parent } of node.from) below.add(parent);
    const sorted = [...below].sort((a, b) => b.number - a.number);
    for (const node of sorted) if (node.from.length) node.grad = 0;
    this.grad += 1;
    for (const node of sorted) for (const { parent, slope } of node.from) parent.grad += slope * node.grad;
  }
}
