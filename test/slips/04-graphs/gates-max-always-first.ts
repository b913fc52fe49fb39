// exercise: 04-graphs/gates
// slip: max-wrong-branch
export class MultiplyGate {
  x = 0;
  y = 0;
  forward(x: number, y: number): number {
    this.x = x;
    this.y = y;
    return x * y;
  }
  backward(dz: number): [number, number] {
    return [this.y * dz, this.x * dz];
  }
}

export class MaxGate {
  firstWins = true;
  forward(x: number, y: number): number {
    this.firstWins = x >= y;
    return Math.max(x, y);
  }
  backward(dz: number): [number, number] {
    return [dz, 0];
  }
}

export class AddGate {
  forward(x: number, y: number): number {
    return x + y;
  }
  backward(dz: number): [number, number] {
    return [dz, dz];
  }
}

export class ScaleGate {
  k: number;
  constructor(k: number) {
    this.k = k;
  }
  forward(x: number): number {
    return this.k * x;
  }
  backward(dz: number): [number] {
    return [this.k * dz];
  }
}
