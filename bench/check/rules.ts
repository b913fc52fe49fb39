/**
 * @file How others judge a gradient, written anew from their documentation and sources, with their defaults. Each gets
 * the function, the gradient to be judged and the point, flat, and a source of random directions.
 */
type Flat = readonly number[];
export type Rule = (f: (x: Flat) => number, gradient: Flat, x: Flat, normal: () => number) => boolean;

const central = (f: (x: Flat) => number, x: Flat, h: number): number[] =>
  x.map((v, i) => (f(x.with(i, v + h)) - f(x.with(i, v - h))) / (2 * h));

/** h = 1e-5; |a − n| / max(|a|, |n|). Its notes want 1e-7, and call 1e-4 usually okay where there are kinks. */
const cs231n =
  (limit: number): Rule =>
  (f, gradient, x) =>
    central(f, x, 1e-5).every((n, i) => {
      const a = gradient[i]!;
      return a === n || Math.abs(a - n) / Math.max(Math.abs(a), Math.abs(n)) < limit;
    });

/** torch.autograd.gradcheck: eps 1e-6, |a − n| ≤ 1e-5 + 1e-3·|n|. */
const pytorch: Rule = (f, gradient, x) =>
  central(f, x, 1e-6).every((n, i) => Math.abs(gradient[i]! - n) <= 1e-5 + 1e-3 * Math.abs(n));

/** jax.test_util.check_vjp in float64: one random direction, eps 1e-4, rtol = atol = 1e-5. */
const jax: Rule = (f, gradient, x, normal) => {
  const direction = x.map(normal);
  const shifted = (h: number) => f(x.map((v, i) => v + h * direction[i]!));
  const numerical = (shifted(1e-4) - shifted(-1e-4)) / 2e-4;
  const analytic = gradient.reduce((sum, g, i) => sum + g * direction[i]!, 0);
  return Math.abs(analytic - numerical) <= 1e-5 + 1e-5 * Math.abs(numerical);
};

/** tf.test.compute_gradient: delta 1/1024. It leaves the threshold to its user; its own tests often take max_error < 1e-3. */
const tensorflow: Rule = (f, gradient, x) =>
  central(f, x, 2 ** -10).every((n, i) => Math.abs(gradient[i]! - n) < 1e-3);

export const rules: Readonly<Record<string, Rule>> = {
  "CS231n, relative < 1e-7": cs231n(1e-7),
  "CS231n, relative < 1e-4": cs231n(1e-4),
  "PyTorch gradcheck": pytorch,
  "JAX check_vjp": jax,
  "TensorFlow, error < 1e-3": tensorflow,
};
