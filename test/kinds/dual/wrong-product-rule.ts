export class Dual {
  readonly re: number;
  readonly du: number;
  constructor(re: number, du = 0) {
    this.re = re;
    this.du = du;
  }
  add(o: Dual): Dual {
    return new Dual(this.re + o.re, this.du + o.du);
  }
  mul(o: Dual): Dual {
    return new Dual(this.re * o.re, this.du * o.du);
  }
  sin(): Dual {
    return new Dual(Math.sin(this.re), Math.cos(this.re) * this.du);
  }
  max(o: Dual): Dual {
    return this.re >= o.re ? this : o;
  }
}
