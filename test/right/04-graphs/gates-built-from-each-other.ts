// exercise: 04-graphs/gates
export class MultiplyGate {
  x = 0;
  y = 0;
  forward(x: number, y: number): number {
    Object.assign(this, { x, y });
    return x * y;
  }
  backward(dz: number): [number, number] {
    return [dz * this.y, dz * this.x];
  }
}

export class MaxGate {
  x = 0;
  y = 0;
  forward(x: number, y: number): number {
    Object.assign(this, { x, y });
    return Math.max(x, y);
  }
  backward(dz: number): [number, number] {
    if (this.x < this.y) return [0, dz];
    return [dz, 0];
  }
}

export class AddGate {
  forward(x: number, y: number): number {
    return x + y;
  }
  backward(dz: number): [number, number] {
    return [1 * dz, 1 * dz];
  }
}

/** A product with one input that never changes. */
export class ScaleGate {
  product = new MultiplyGate();
  k: number;
  constructor(k: number) {
    this.k = k;
  }
  forward(x: number): number {
    return this.product.forward(this.k, x);
  }
  backward(dz: number): [number] {
    return [this.product.backward(dz)[1]];
  }
}
