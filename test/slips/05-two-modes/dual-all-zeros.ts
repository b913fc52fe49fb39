// exercise: 05-two-modes/dual
// slip: unnamed
export class Dual {
  readonly re: number;
  readonly du: number;
  constructor(re: number, du = 0) {
    this.re = re;
    this.du = du;
  }
  add(o: Dual): Dual {
    return new Dual(0, 0);
  }
  mul(o: Dual): Dual {
    return new Dual(0, 0);
  }
  div(o: Dual): Dual {
    return new Dual(0, 0);
  }
  max(o: Dual): Dual {
    return new Dual(0, 0);
  }
  sin(): Dual {
    return new Dual(0, 0);
  }
  exp(): Dual {
    return new Dual(0, 0);
  }
  log(): Dual {
    return new Dual(0, 0);
  }
  tanh(): Dual {
    return new Dual(0, 0);
  }
}
