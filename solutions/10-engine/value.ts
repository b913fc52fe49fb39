/** @file 10.1 A number that remembers how it was computed. */

export class Value {
  data: number;
  grad = 0;
  /** What this was computed from, and how fast it moves with each: the local slope is known as soon as the value is. */
  protected parents: Value[] = [];
  protected slopes: number[] = [];

  constructor(data: number) {
    this.data = data;
  }

  protected result(data: number, parents: Value[] = [], slopes: number[] = []): this {
    const made = new (this.constructor as new (data: number) => this)(data);
    made.parents = parents;
    made.slopes = slopes;
    return made;
  }

  add(o: Value | number): this {
    // A constant needs no node: nobody will ask for its gradient.
    if (typeof o === "number") return this.result(this.data + o, [this], [1]);
    return this.result(this.data + o.data, [this, o], [1, 1]);
  }

  mul(o: Value | number): this {
    if (typeof o === "number") return this.result(this.data * o, [this], [o]);
    // x.mul(x) lists x twice, with the slope x each time. Two additions make 2x; nothing special is needed.
    return this.result(this.data * o.data, [this, o], [o.data, this.data]);
  }

  backward(): void {
    // How many uses of each number still have to report? A loop over a Map meets what is added while it runs,
    // so this finds everything below `this` once, without recursion: a chain may be as long as memory allows.
    const waiting = new Map<Value, number>([[this, 0]]);
    for (const node of waiting.keys())
      for (const parent of node.parents) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);

    // Interior gradients of an earlier call would be pushed down a second time. Those of leaves only collect.
    for (const node of waiting.keys()) if (node.parents.length > 0) node.grad = 0;
    this.grad += 1;

    // Exercise 4.3 backwards: a node's turn comes when its last use has reported, for then its gradient is complete.
    const ready: Value[] = [this];
    for (const node of ready)
      for (const [i, parent] of node.parents.entries()) {
        parent.grad += node.slopes[i] * node.grad; // +=, because other uses add theirs
        const left = (waiting.get(parent) ?? 0) - 1;
        waiting.set(parent, left);
        if (left === 0) ready.push(parent);
      }
  }
}
