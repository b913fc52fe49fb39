// exercise: 10-engine/value
type Edge = [to: Value, slope: number];

export class Value {
  grad = 0;
  edges: Edge[] = [];
  data: number;
  constructor(data: number) {
    this.data = data;
  }

  private made(data: number, edges: Edge[]): this {
    const out = new (this.constructor as new (data: number) => this)(data);
    out.edges = edges;
    return out;
  }
  add(o: Value | number): this {
    const other = typeof o === "number" ? new Value(o) : o;
    return this.made(this.data + other.data, [
      [this, 1],
      [other, 1],
    ]);
  }
  mul(o: Value | number): this {
    const other = typeof o === "number" ? new Value(o) : o;
    return this.made(this.data * other.data, [
      [this, other.data],
      [other, this.data],
    ]);
  }
  backward(): void {
    const order: Value[] = [];
    const visit = (node: Value) => {
      if (order.includes(node)) return;
      for (const [to] of node.edges) visit(to);
      order.push(node);
    };
    visit(this);
    const gradient = new Map<Value, number>(order.map((node) => [node, 0]));
    gradient.set(this, 1);
    for (const node of order.reverse()) {
      const g = gradient.get(node) ?? 0;
      node.grad = node.edges.length ? g : node.grad + g;
      for (const [to, slope] of node.edges) gradient.set(to, (gradient.get(to) ?? 0) + slope * g);
    }
  }
}
