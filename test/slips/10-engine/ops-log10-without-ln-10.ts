// exercise: 10-engine/value-ops
// slip: log-base
import { Value } from "../../../solutions/10-engine/value.ts";

export class ValueOps extends Value {
  private sigma(x: number) {
    return 1 / (1 + Math.exp(-x));
  }
  private one(data: number, slope: number): this {
    return this.result(data, [this], [slope]);
  }
  private two(data: number, o: Value | number, slopes: number[]): this {
    return typeof o === "number"
      ? this.result(data, [this], [slopes[0]])
      : this.result(data, [this, o], slopes);
  }
  sub(o: Value | number): this {
    const d = typeof o === "number" ? o : o.data;
    return this.two(this.data - d, o, [1, -1]);
  }
  div(o: Value | number): this {
    const d = typeof o === "number" ? o : o.data;
    return this.two(this.data / d, o, [1 / d, -this.data / d ** 2]);
  }
  max(o: Value | number): this {
    const d = typeof o === "number" ? o : o.data;
    return this.two(Math.max(this.data, d), o, [this.data >= d ? 1 : 0, this.data >= d ? 0 : 1]);
  }
  pow(n: number): this {
    const x = this.data;
    return this.one(x ** n, n * x ** (n - 1));
  }
  neg(): this {
    const x = this.data;
    return this.one(-x, -1);
  }
  exp(): this {
    const x = this.data;
    return this.one(Math.exp(x), Math.exp(x));
  }
  log(): this {
    const x = this.data;
    return this.one(Math.log(x), 1 / x);
  }
  log10(): this {
    const x = this.data;
    return this.one(Math.log10(x), 1 / x);
  }
  sin(): this {
    const x = this.data;
    return this.one(Math.sin(x), Math.cos(x));
  }
  cos(): this {
    const x = this.data;
    return this.one(Math.cos(x), -Math.sin(x));
  }
  tanh(): this {
    const x = this.data;
    return this.one(Math.tanh(x), 1 - Math.tanh(x) ** 2);
  }
  sigmoid(): this {
    const x = this.data;
    return this.one(1 / (1 + Math.exp(-x)), this.sigma(x) * (1 - this.sigma(x)));
  }
  relu(): this {
    const x = this.data;
    return this.one(Math.max(x, 0), x > 0 ? 1 : 0);
  }
  abs(): this {
    const x = this.data;
    return this.one(Math.abs(x), Math.sign(x));
  }
}
