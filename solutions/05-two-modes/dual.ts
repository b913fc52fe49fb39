/** @file 5.1 Dual numbers. */

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
    // (a + a'ε)(b + b'ε) = ab + (a'b + ab')ε + a'b'ε², and ε² is 0.
    return new Dual(this.re * o.re, this.du * o.re + this.re * o.du);
  }
  div(o: Dual): Dual {
    return new Dual(this.re / o.re, (this.du * o.re - this.re * o.du) / (o.re * o.re));
  }
  max(o: Dual): Dual {
    // The winner passes as it is, tangent and all; duals never change, so no copy is needed.
    return this.re >= o.re ? this : o;
  }

  // The bends: the local slope at the value that comes in, times the tangent that comes in.
  sin(): Dual {
    return new Dual(Math.sin(this.re), Math.cos(this.re) * this.du);
  }
  exp(): Dual {
    const e = Math.exp(this.re);
    return new Dual(e, e * this.du);
  }
  log(): Dual {
    return new Dual(Math.log(this.re), this.du / this.re);
  }
  tanh(): Dual {
    const t = Math.tanh(this.re);
    return new Dual(t, (1 - t * t) * this.du);
  }
}
