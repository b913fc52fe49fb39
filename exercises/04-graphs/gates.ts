/** @file 4.1 Four gates, forwards and backwards. */
import { NotImplementedError } from "gradbook";

/**
 * Exercise 4.1 · 2 points · about 8 minutes
 *
 * Four gates. forward(...) returns the value; a later backward(dz) receives dz, the gradient of the final
 * result by that value, and returns the gradient by each input of the latest forward, in their order.
 *
 * - MultiplyGate: x · y
 * - MaxGate: the larger of x and y; in a tie, the first counts as the larger
 * - AddGate: x + y
 * - ScaleGate: k · x, where k is a fixed number; backward returns one entry
 *
 * Several gates of one kind may be in use at once: each keeps its own memory.
 *
 * Example: new AddGate().forward(7, 8) is 15.
 */
export class MultiplyGate {
  // TODO: what must forward keep for backward? Declare it here, like `x = 0;`
  forward(x: number, y: number): number {
    throw new NotImplementedError("MultiplyGate");
  }
  backward(dz: number): [number, number] {
    throw new NotImplementedError("MultiplyGate");
  }
}

export class MaxGate {
  // TODO
  forward(x: number, y: number): number {
    throw new NotImplementedError("MaxGate");
  }
  backward(dz: number): [number, number] {
    throw new NotImplementedError("MaxGate");
  }
}

export class AddGate {
  // TODO
  forward(x: number, y: number): number {
    throw new NotImplementedError("AddGate");
  }
  backward(dz: number): [number, number] {
    throw new NotImplementedError("AddGate");
  }
}

export class ScaleGate {
  // TODO: keep k
  constructor(k: number) {
    throw new NotImplementedError("ScaleGate");
  }
  forward(x: number): number {
    throw new NotImplementedError("ScaleGate");
  }
  backward(dz: number): [number] {
    throw new NotImplementedError("ScaleGate");
  }
}
