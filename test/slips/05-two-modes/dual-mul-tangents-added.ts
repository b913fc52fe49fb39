// exercise: 05-two-modes/dual
// slip: product-rule
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
    return new Dual(this.re * o.re, this.du + o.du);
  }
  div(o: Dual): Dual {
    return new Dual(this.re / o.re, (this.du * o.re - this.re * o.du) / (o.re * o.re));
  }
  max(o: Dual): Dual {
    return this.re >= o.re ? this : o;
  }
  sin(): Dual {
    return new Dual(Math.sin(this.re), Math.cos(this.re) * this.du);
  }
  exp(): Dual {
    return new Dual(Math.exp(this.re), Math.exp(this.re) * this.du);
  }
  log(): Dual {
    return new Dual(Math.log(this.re), this.du / this.re);
  }
  tanh(): Dual {
    return new Dual(Math.tanh(this.re), (1 - Math.tanh(this.re) ** 2) * this.du);
  }
}
