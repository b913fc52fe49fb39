/** @file What is true of a model at one input: values, certified gradients, error carried forward. */
import {
  type Any,
  type Flat,
  flatten,
  type Model,
  type ModelOps,
  type Named,
  Node,
  nest,
  shapeOf,
} from "./node.ts";

/** What is true of a model at one input. */
export interface Truth {
  /** Plain numbers in the form of any quantities. */
  read(quantities: Model): Record<string, unknown>;
  value(quantity: string): unknown;
  /** Exact, after agreeing with the numerical gradient within its error bar. */
  gradient(wrt: string, of?: string): unknown;
  tangent(of: string, along: string): unknown;
  jacobian(of: string, wrt: string): unknown;
  /** ∂loss/∂wrt if the gradients of later quantities were the student's: what this step alone should have given. */
  stepwise(wrt: string, theirs: ReadonlyMap<string, unknown>): unknown;
  /** Where each leaf of a quantity stands in the tape: later = nearer the loss. */
  order(quantity: string): unknown;
  readonly margin: number;
}
/** A tree of the quantity's form, whose leaves are `read` of each node. */
const tree = (named: Named, read: (node: Any) => unknown): unknown =>
  named instanceof Node ? read(named) : named.map((n) => tree(n, read));
const leaves = (named: Named): Any[] => (named instanceof Node ? [named] : named.flatMap(leaves));

export function record<M extends Model>(build: (ops: ModelOps) => M): { model: M; truth: Truth } {
  const tape: Any[] = [];
  const model = build({ of: (data) => new Node(tape, undefined, [], shapeOf(data), flatten(data)) });
  return { model, truth: truthOf(model, tape) };
}

function truthOf(model: Model, tape: readonly Any[]): Truth {
  const quantity = (name: string): Named => {
    const q = model[name];
    if (!q) throw new Error(`the model has no "${name}"; it names ${Object.keys(model).join(", ")}`);
    return q;
  };
  const one = (name: string): Any => {
    const [node, ...more] = leaves(quantity(name));
    if (!node || more.length) throw new Error(`"${name}" must be one quantity`);
    return node;
  };
  /** Reverse sweep; `replace` may hand on other gradients than those that arrive. */
  const sweep = (
    from: Any,
    seed: Flat,
    replace: (node: Any, arrived: number[]) => Flat = (_n, g) => g,
  ): Map<Any, number[]> => {
    const arrived = new Map<Any, number[]>([[from, [...seed]]]);
    for (let id = from.id; id >= 0; id--) {
      const node = tape[id]!;
      const g = arrived.get(node);
      if (!g || !node.rule) continue;
      node.rule
        .vjp(
          replace(node, g),
          node.data,
          node.args.map((a) => a.data),
        )
        .forEach((c, i) => {
          const arg = node.args[i]!;
          const old = arrived.get(arg);
          if (c) arrived.set(arg, old ? old.map((v, j) => v + c[j]!) : c);
        });
    }
    return arrived;
  };
  /** `of` again, with the data of one node replaced. No derivative rule takes part. */
  const again = (of: Any, cut: Any, data: Flat): Flat => {
    const now = new Map<Any, Flat>([[cut, data]]);
    for (let id = cut.id + 1; id <= of.id; id++) {
      const node = tape[id]!;
      if (node.rule && node.args.some((a) => now.has(a)))
        now.set(node, node.rule.value(node.args.map((a) => now.get(a) ?? a.data)));
    }
    return now.get(of) ?? of.data;
  };
  const jacobianFlat = (of: Any, wrt: Any): number[][] =>
    of.data.map(
      (_, i) =>
        sweep(
          of,
          of.data.map((__, j) => (i === j ? 1 : 0)),
        ).get(wrt) ?? wrt.data.map(() => 0),
    );
  /** STUB of the numerical engine: two central differences, Richardson, a crude bar. */
  const certify = (of: Any, wrt: Any, exact: readonly number[][]) => {
    wrt.data.forEach((x, j) => {
      const move = (d: number) =>
        again(
          of,
          wrt,
          wrt.data.map((v, k) => (k === j ? x + d : v)),
        );
      const h = 1e-3 * Math.max(1, Math.abs(x));
      const central = (s: number) => {
        const [up, down] = [move(s), move(-s)];
        return up.map((u, i) => (u - down[i]!) / (2 * s));
      };
      const [coarse, fine] = [central(h), central(h / 2)];
      of.data.forEach((y, i) => {
        const best = (4 * fine[i]! - coarse[i]!) / 3;
        const bar = Math.abs(best - fine[i]!) + (1e-12 * (1 + Math.abs(y))) / h;
        const g = exact[i]![j]!;
        if (!(Math.abs(g - best) <= bar))
          throw new Error(`our bug: rule and numerical gradient disagree (${g}, ${best} ± ${bar})`);
      });
    });
  };
  const certified = new Map<string, number[][]>();
  const derivative = (of: Any, wrt: Any): number[][] => {
    const key = `${of.id}/${wrt.id}`;
    let exact = certified.get(key);
    if (!exact) {
      exact = jacobianFlat(of, wrt);
      certify(of, wrt, exact);
      certified.set(key, exact);
    }
    return exact;
  };
  return {
    read: (quantities) =>
      Object.fromEntries(
        Object.entries(quantities).map(([k, q]) => [k, tree(q, (n) => nest(n.data, n.shape))]),
      ),
    value: (name) => tree(quantity(name), (n) => nest(n.data, n.shape)),
    gradient: (wrt, of = "loss") => tree(quantity(wrt), (n) => nest(derivative(one(of), n)[0]!, n.shape)),
    tangent: (of, along) =>
      tree(quantity(of), (n) =>
        nest(
          derivative(n, one(along)).map((row) => row[0]!),
          n.shape,
        ),
      ),
    jacobian: (of, wrt) => derivative(one(of), one(wrt)),
    stepwise: (wrt, theirs) => {
      const replaced = new Map<Any, Flat>();
      for (const [name, answer] of theirs)
        pair(quantity(name), answer, (node, given) => {
          const flat = flatten(given);
          const usable =
            JSON.stringify(shapeOf(given)) === JSON.stringify(node.shape) &&
            flat.every(Number.isFinite) &&
            flat.some((v) => v !== 0);
          if (usable && !replaced.has(node)) replaced.set(node, flat);
        });
      const arrived = sweep(one("loss"), [1], (node, g) => replaced.get(node) ?? g);
      return tree(quantity(wrt), (n) => nest(arrived.get(n) ?? n.data.map(() => 0), n.shape));
    },
    order: (name) =>
      tree(quantity(name), (n) =>
        nest(
          n.data.map(() => n.id),
          n.shape,
        ),
      ),
    margin: Math.min(Infinity, ...tape.map((n) => n.rule?.margin?.(n.args.map((a) => a.data)) ?? Infinity)),
  };
}
/** Walks a quantity and an answer of its form side by side. */
function pair(named: Named, answer: unknown, visit: (node: Any, given: unknown) => void): void {
  if (named instanceof Node) visit(named, answer);
  else if (Array.isArray(answer)) named.forEach((n, i) => pair(n, answer[i], visit));
}
