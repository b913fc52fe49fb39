/** @file 10.2 The op catalogue. */
import { Value } from "./value.ts";

export class ValueOps extends Value {
  /** Every op of one number is a value and a slope, both known now. */
  private one(data: number, slope: number): this {
    return this.result(data, [this], [slope]);
  }

  neg(): this {
    return this.mul(-1);
  }
  sub(o: Value | number): this {
    return this.add(typeof o === "number" ? -o : o.mul(-1));
  }
  div(o: ValueOps | number): this {
    return this.mul(typeof o === "number" ? 1 / o : o.pow(-1));
  }
  pow(n: number): this {
    return this.one(this.data ** n, n * this.data ** (n - 1));
  }
  exp(): this {
    const e = Math.exp(this.data);
    return this.one(e, e); // the output is the slope
  }
  log(): this {
    return this.one(Math.log(this.data), 1 / this.data);
  }
  log10(): this {
    return this.one(Math.log10(this.data), 1 / (this.data * Math.LN10));
  }
  sin(): this {
    return this.one(Math.sin(this.data), Math.cos(this.data));
  }
  cos(): this {
    return this.one(Math.cos(this.data), -Math.sin(this.data));
  }
  tanh(): this {
    const t = Math.tanh(this.data);
    return this.one(t, 1 - t * t);
  }
  sigmoid(): this {
    const s = 1 / (1 + Math.exp(-this.data)); // at -800: 1/(1 + Infinity), which is 0 and no harm
    return this.one(s, s * (1 - s));
  }
  relu(): this {
    return this.one(Math.max(this.data, 0), this.data > 0 ? 1 : 0);
  }
  abs(): this {
    return this.one(Math.abs(this.data), Math.sign(this.data));
  }
  max(o: Value | number): this {
    const other = typeof o === "number" ? o : o.data;
    const mine = this.data >= other; // >=: a tie is mine
    if (typeof o === "number") return this.one(mine ? this.data : o, mine ? 1 : 0);
    return this.result(mine ? this.data : other, [this, o], [mine ? 1 : 0, mine ? 0 : 1]);
  }
}
