// exercise: 04-graphs/gates
export class MultiplyGate {
  #inputs: [number, number] = [0, 0];
  forward(x: number, y: number): number {
    this.#inputs = [x, y];
    return x * y;
  }
  backward(dz: number): [number, number] {
    const [x, y] = this.#inputs;
    return [dz * y, dz * x];
  }
}

export class MaxGate {
  #slopes: [number, number] = [0, 0];
  forward(x: number, y: number): number {
    this.#slopes = y > x ? [0, 1] : [1, 0];
    return Math.max(x, y);
  }
  backward(dz: number): [number, number] {
    const [dx, dy] = this.#slopes;
    return [dx * dz, dy * dz];
  }
}

export class AddGate {
  forward = (x: number, y: number) => x + y;
  backward = (dz: number): [number, number] => [dz, dz];
}

export class ScaleGate {
  #k: number;
  constructor(k: number) {
    this.#k = k;
  }
  forward(x: number): number {
    return x * this.#k;
  }
  backward(dz: number): [number] {
    return [dz * this.#k];
  }
}
