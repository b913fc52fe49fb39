// exercise: 05-two-modes/dual
// slip: mutates
export class Dual {
  re: number;
  du: number;
  constructor(re: number, du = 0) {
    this.re = re;
    this.du = du;
  }
  add(o: Dual): Dual {
    this.re += o.re;
    this.du += o.du;
    return this;
  }
  mul(o: Dual): Dual {
    this.du = this.du * o.re + this.re * o.du;
    this.re *= o.re;
    return this;
  }
  div(o: Dual): Dual {
    this.du = (this.du * o.re - this.re * o.du) / (o.re * o.re);
    this.re /= o.re;
    return this;
  }
  max(o: Dual): Dual {
    return this.re >= o.re ? this : o;
  }
  sin(): Dual {
    this.du *= Math.cos(this.re);
    this.re = Math.sin(this.re);
    return this;
  }
  exp(): Dual {
    this.re = Math.exp(this.re);
    this.du *= this.re;
    return this;
  }
  log(): Dual {
    this.du /= this.re;
    this.re = Math.log(this.re);
    return this;
  }
  tanh(): Dual {
    this.re = Math.tanh(this.re);
    this.du *= 1 - this.re ** 2;
    return this;
  }
}
