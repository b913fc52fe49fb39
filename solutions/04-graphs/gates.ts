/** @file 4.1 Four gates, forwards and backwards. */

/** Each input of a product moves it as fast as the other input says: keep both, and swap them on the way back. */
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

/** Only the larger input moves the result, so it takes the whole gradient. Keep which one that was. */
export class MaxGate {
  firstWins = true;
  forward(x: number, y: number): number {
    this.firstWins = x >= y; // >= and not >: in a tie the first counts as the larger
    return this.firstWins ? x : y;
  }
  backward(dz: number): [number, number] {
    return this.firstWins ? [dz, 0] : [0, dz];
  }
}

/** Both inputs move a sum one for one. Nothing to keep. */
export class AddGate {
  forward(x: number, y: number): number {
    return x + y;
  }
  backward(dz: number): [number, number] {
    return [dz, dz];
  }
}

/** The slope of k·x is k wherever x is, so only k is kept. */
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
