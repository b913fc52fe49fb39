/**
 * @file "gradbook/vitest": gradcheck as a matcher. Importing it is enough.
 *
 * ```ts
 * import "gradbook/vitest";
 *
 * test("the gradient of my loss", () => {
 *   expect(myGradient).toBeGradientOf(myLoss, { W: [[0.3, -1], [0.2, 0.5]], b: [0.1, 0.4] });
 * });
 * ```
 */
import { expect } from "vitest";
import { gradcheck } from "../numeric/gradcheck.ts";

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: as vitest declares it
  interface Matchers<T = any> {
    /**
     * The function given to `expect` is the gradient of f at x, exactly: a number that is only near fails too.
     *
     * @param f of a number, or of numbers or tensors in lists and objects
     * @throws {RangeError} if f is too rough around x to tell: then take another point
     */
    toBeGradientOf<X>(f: (x: X) => unknown, x: X): T;
  }
}

type Loose = (f: unknown, grad: unknown, x: unknown) => ReturnType<typeof gradcheck>;

expect.extend({
  toBeGradientOf(grad: unknown, f: unknown, x: unknown) {
    const { outcome, message } = (gradcheck as Loose)(f, grad, x);
    return { pass: outcome === "exact", message: () => message };
  },
});
