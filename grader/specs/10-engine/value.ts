/** @file 10.1 A number that remembers how it was computed: the student's class runs programs of our making. */
import { sameAnswer } from "../../diagnose/same.ts";
import { exercise } from "../../exercise.ts";
import { drawn, gradientsBy, preOrder, type Step, usesOf, valuesOf } from "../../model/engine-program.ts";

type Data = { readonly x: number[]; readonly steps: Step[] };
const ownLeaf = "grad of a leaf after two backward() of its own";
const second = "grads after a second backward()";
const add = (a: number, b: number): Step => ({ op: "add", a, b });
const mul = (a: number, b: number): Step => ({ op: "mul", a, b });
const by = (op: Step["op"], a: number, factor: number): Step => ({ op, a, b: 0, by: factor });

/** One call of a mistaken backward; what the second makes of it follows from the same mistake. */
const once = ({ x, steps }: Data, mistake: Parameters<typeof gradientsBy>[0]) => ({
  grads: gradientsBy(mistake, x, steps),
});
/** Right the first time: what a mistake answers the second time. */
const again = (
  { x, steps }: Data,
  of: (first: readonly number[], leaf: (place: number) => boolean) => number[],
) => ({
  [second]: of(gradientsBy({}, x, steps), (place) => place < x.length),
});
const latest = (_there: number, sent: number) => sent;
/** Does every place hold what one of its uses sent? Which of them comes last is the engine's own affair. */
const hasOneUseEach = ({ x, steps }: Data, grads: unknown) =>
  Array.isArray(grads) &&
  grads.at(-1) === 1 &&
  usesOf(x, steps).every(
    (uses, place) =>
      uses.length === 0 ||
      uses.some(([result, slope]) => sameAnswer(slope * Number(grads[result]), grads[place])),
  );
const overwrites =
  "a number that is used twice keeps only what one use sent: the parts of all uses add up, so += and never =";
const tooEarly =
  "a node passes its gradient on before all of its uses have added theirs: its turn comes when the last one has";

export default exercise<typeof import("../../../exercises/10-engine/value.ts")>()({
  title: "10.1 A number that remembers",
  points: 4,
  source: "C26, F05, M12",
  exports: ["Value"],
  input: (d): Data => ({ x: d.vec(3, 0.6, 1.7).map((v, i) => (i === 1 ? -v : v)), steps: drawn(d, 3) }),
  cases: () => ({
    "x + x": { x: [1.5], steps: [add(0, 0)] },
    x·x: { x: [3], steps: [mul(0, 0)] },
    "plain numbers as operands": { x: [2], steps: [by("add", 0, 5), by("mul", 1, -3), mul(2, 0)] },
    "two ways that meet again": { x: [1], steps: [by("mul", 0, 2), by("mul", 1, 3), add(1, 2)] },
    "18 doublings": { x: [0.5], steps: Array.from({ length: 18 }, (_, k) => add(k, k)) },
  }),
  worked: [
    ["dag-fanout-diamond"],
    (given, expected) => {
      const { num } = expected;
      return {
        input: { x: [given.num("x")], steps: [mul(0, 0), by("mul", 1, 3), add(1, 2), mul(2, 3)] },
        answer: {
          data: [given.num("x"), num("a"), num("b"), num("c"), num("y")],
          grads: ["x", "a", "b", "c", "y"].map((name) => num(`grads.${name}`)),
          [second]: [2 * num("dy_dx"), ...["a", "b", "c", "y"].map((name) => num(`grads.${name}`))],
        },
      };
    },
  ],
  model: ({ x, steps }, { of }) => {
    const nodes = x.map(of<number>);
    for (const { op, a, b, by: number } of steps) nodes.push(nodes[a]![op](number ?? nodes[b]!));
    return { nodes, loss: nodes.at(-1)! };
  },
  call: (s, { x, steps }) => {
    const nodes: InstanceType<typeof s.Value>[] = [];
    for (let i = 0; i < x.length; i++) nodes[i] = new s.Value(x[i]!);
    for (const { op, a, b, by: number } of steps)
      nodes[nodes.length] = nodes[a]![op](number === undefined ? nodes[b]! : number);
    const read = (field: "data" | "grad") => {
      const numbers: number[] = [];
      for (let i = 0; i < nodes.length; i++) numbers[i] = nodes[i]![field];
      return numbers;
    };
    const data = read("data");
    nodes[nodes.length - 1]!.backward();
    const grads = read("grad");
    nodes[nodes.length - 1]!.backward();
    const leaf = new s.Value(1.5);
    leaf.backward();
    leaf.backward();
    return {
      data,
      grads,
      "grads after a second backward()": read("grad"),
      "grad of a leaf after two backward() of its own": leaf.grad,
    };
  },
  parts: ({ value, gradient, equals }) => ({
    data: value("nodes"),
    grads: {
      ...gradient("nodes", "loss", { share: 4 }),
      same: (mistaken, answer, data) =>
        sameAnswer(mistaken, answer) || (hasOneUseEach(data, mistaken) && hasOneUseEach(data, answer)),
    },
    [second]: equals(
      ({ x }, truth) =>
        (truth.gradient("nodes") as number[]).map((g, place) => (place < x.length ? 2 * g : g)),
      { rel: 1e-9, share: 0.5 },
    ),
    [ownLeaf]: equals(() => 2, { share: 0.5 }),
  }),
  slips: [
    {
      id: "not-accumulated",
      say: "y may be a leaf itself: then its own grad adds up as well, with += 1 where = 1 stands",
      answers: () => ({ [ownLeaf]: 1 }),
    },
    { id: "too-early", say: tooEarly, answers: (data) => once(data, { order: preOrder("a") }) },
    { id: "too-early", say: tooEarly, answers: (data) => once(data, { order: preOrder("b") }) },
    {
      id: "same-operand-once",
      say: "where both operands are the same node it is sent its gradient once: it stands in the step twice, and both count",
      answers: (data) => once(data, { twice: false }),
    },
    { id: "fan-out-overwritten", say: overwrites, answers: (data) => once(data, { push: latest }) },
    {
      id: "not-swapped",
      say: "mul sends each operand its own number as the slope; a·b moves with a as fast as b is large",
      answers: (data) =>
        once(data, {
          slopes: ({ op, a, b, by: number }, values) =>
            op === "add" ? [1, 1] : [values[a]!, number ?? values[b]!],
        }),
    },
    {
      id: "ignores-upstream",
      say: "the local slopes are added up as they are; each must be multiplied by the gradient of the result it belongs to",
      answers: ({ x, steps }) => {
        const values = valuesOf(x, steps);
        const grads = values.map((_, place) => (place === values.length - 1 ? 1 : 0));
        for (const { op, a, b, by: number } of [...steps].reverse()) {
          grads[a]! += op === "add" ? 1 : (number ?? values[b]!);
          if (number === undefined) grads[b]! += op === "add" ? 1 : values[a]!;
        }
        return { grads };
      },
    },
    {
      id: "stale-interior",
      say: "a second backward() meets the interior gradients of the first and pushes them down once more; let them start from 0",
      answers: ({ x, steps }) => ({ [second]: gradientsBy({}, x, steps, gradientsBy({}, x, steps)) }),
    },
    {
      id: "stale-interior",
      say: "a second backward() meets the interior gradients of the first and pushes them down once more; let them start from 0",
      answers: ({ x, steps }) => ({
        [second]: gradientsBy({ seed: (there) => there + 1 }, x, steps, gradientsBy({}, x, steps)),
      }),
    },
    {
      id: "leaves-reset",
      say: "a second backward() wipes the leaves' gradients as well; those of leaves add up over calls, only the others start anew",
      answers: (data) => again(data, (first) => [...first]),
    },
    {
      id: "all-doubled",
      say: "a second backward() doubles every gradient; only leaves collect over calls, all others start anew",
      answers: (data) => again(data, (first) => first.map((g) => 2 * g)),
    },
  ],
  hints: [
    "A result must find back: which Values was it made from, and how fast does it move with each of them?",
    "Keep parents and local slopes in every result. backward() first collects all nodes below, then serves each after all of its uses.",
    "Reset grads of nodes with parents, set this.grad to 1 (a leaf: add 1), then in reverse order: parent.grad += slope · node.grad.",
  ],
});
