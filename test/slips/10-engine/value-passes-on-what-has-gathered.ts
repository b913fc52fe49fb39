// exercise: 10-engine/value
// slip: unnamed
export class Value {
  data: number;
  grad = 0;
  parents: [node: Value, slope: number][] = [];
  constructor(data: number) {
    this.data = data;
  }
  add(o: Value | number): Value {
    const other = typeof o === "number" ? new Value(o) : o;
    const out = new Value(this.data + other.data);
    out.parents = [
      [this, 1],
      [other, 1],
    ];
    return out;
  }
  mul(o: Value | number): Value {
    const other = typeof o === "number" ? new Value(o) : o;
    const out = new Value(this.data * other.data);
    out.parents = [
      [this, other.data],
      [other, this.data],
    ];
    return out;
  }
  backward(seed = true): void {
    if (seed) this.grad = 1;
    for (const [parent, slope] of this.parents) {
      parent.grad += slope * this.grad;
      parent.backward(false);
    }
  }
}
