// exercise: 10-engine/value-ops
// slip: ignores-upstream

import type { Value } from "../../../solutions/10-engine/value.ts";
import { ValueOps as Right } from "../../../solutions/10-engine/value-ops.ts";

/** Not through the engine: a rule of its own, which forgets what comes from above. */
export class ValueOps extends Right {
  private pending: (() => void)[] = [];
  private local(data: number, slope: number): this {
    const out = this.result(data, [this], [0]);
    out.pending = [() => (this.grad += slope)];
    return out;
  }
  exp(): this {
    return this.local(Math.exp(this.data), Math.exp(this.data));
  }
  sin(): this {
    return this.local(Math.sin(this.data), Math.cos(this.data));
  }
  tanh(): this {
    return this.local(Math.tanh(this.data), 1 - Math.tanh(this.data) ** 2);
  }
  backward(): void {
    super.backward();
    const seen = new Set<Value>([this]);
    for (const node of seen) {
      for (const parent of (node as ValueOps).parents) seen.add(parent);
      for (const push of (node as ValueOps).pending) push();
    }
  }
}
