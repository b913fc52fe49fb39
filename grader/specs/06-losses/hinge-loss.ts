/** @file 6.3 The hinge family. */
import { exercise } from "../../exercise.ts";
import { leftOut } from "../../left-out.ts";
import type { Truth } from "../../model/truth.ts";

type Data = { readonly scores: number[]; readonly c: number; readonly delta: number };
const kinds = ["oneVsRest", "westonWatkins", "crammerSinger"] as const;
type Kind = (typeof kinds)[number];

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const gradOf = (right: Truth, kind: Kind) => right.gradient("scores", kind) as number[];
/** δ + s[j] − s[c] for each wrong class; class c has no term. */
const terms = ({ scores, c, delta }: Data) => scores.map((s, j) => (j === c ? 0 : delta + s - scores[c]!));
/** The entry of class c alone is another. */
const atRight = ({ c }: Data, grad: readonly number[], value: number) =>
  grad.map((g, i) => (i === c ? value : g));

/** All three as an answer that always takes 1 for delta. */
function withDefault({ scores, c }: Data) {
  const rivals = terms({ scores, c, delta: 1 }).map((t) => Math.max(0, t));
  return {
    "oneVsRest.value": sumOf(scores.map((s, i) => Math.max(0, i === c ? 1 - s : 1 + s))),
    "westonWatkins.value": sumOf(rivals),
    "crammerSinger.value": Math.max(...rivals),
  };
}

export default exercise<typeof import("../../../exercises/06-losses/hinge-loss.ts")>()({
  title: "6.3 The hinge family",
  points: 2,
  source: "C10",
  exports: ["hingeLoss"],
  input: (d): Data => {
    const scores = d.vec(d.int(3, 5), -2, 2);
    return { scores, c: d.int(0, scores.length - 1), delta: d.pick([d.real(0.4, 0.8), d.real(1.3, 2.5)]) };
  },
  cases: () => ({
    "every margin is kept": { scores: [-3, -2, 4, -2.5], c: 2, delta: 1.5 },
    "three rivals too near": { scores: [0.5, 0.2, 0.9, 0.75], c: 1, delta: 0.6 },
    "the right class leads, but by less than delta": { scores: [-0.5, 1.5, 2.25], c: 2, delta: 1.25 },
    "a rival scores the same as the right class": { scores: [1.25, 0.25, 1.25], c: 0, delta: 0.75 },
    "the right class scores below all others": { scores: [1.5, 0.4, -1.25], c: 2, delta: 0.5 },
  }),
  worked: [
    ["cs434-hinge", "cs434-hinge-2"],
    (given, expected) => ({
      input: { scores: given.vec("scores"), c: given.num("class"), delta: given.num("delta") },
      answer: {
        "oneVsRest.value": expected.num("oneVsRestPlusMinus1"),
        "oneVsRest.grad": expected.vec("dOneVsRest"),
        "westonWatkins.value": expected.num("multiclassWestonWatkins"),
        "westonWatkins.grad": expected.vec("dWestonWatkins"),
        "crammerSinger.value": expected.num("multiclassCrammerSinger"),
        "crammerSinger.grad": expected.vec("dCrammerSinger"),
      },
    }),
  ],
  model: ({ scores: data, c, delta }, { of }) => {
    const scores = of(data);
    const own = data.map((_, i) => (i === c ? scores.at(i).neg() : scores.at(i)).add(delta).relu());
    const rivals = data.flatMap((_, j) =>
      j === c ? [] : [scores.at(j).sub(scores.at(c)).add(delta).relu()],
    );
    return {
      scores,
      oneVsRest: own.reduce((sum, term) => sum.add(term)),
      westonWatkins: rivals.reduce((sum, term) => sum.add(term)),
      crammerSinger: rivals.reduce((most, term) => most.max(term)),
    };
  },
  call: (s, { scores, c, delta }) => {
    const oneVsRest = s.hingeLoss("oneVsRest", scores, c, delta);
    const westonWatkins = s.hingeLoss("westonWatkins", scores, c, delta);
    const crammerSinger = s.hingeLoss("crammerSinger", scores, c, delta);
    return {
      "oneVsRest.value": oneVsRest?.value,
      "oneVsRest.grad": oneVsRest?.grad,
      "westonWatkins.value": westonWatkins?.value,
      "westonWatkins.grad": westonWatkins?.grad,
      "crammerSinger.value": crammerSinger?.value,
      "crammerSinger.grad": crammerSinger?.grad,
      "without delta": [s.hingeLoss("oneVsRest", scores, c), s.hingeLoss("oneVsRest", scores, c, 1)].map(
        (loss) => [loss?.value, loss?.grad],
      ),
    };
  },
  parts: ({ value, gradient, holds }) => ({
    "oneVsRest.value": value("oneVsRest"),
    "oneVsRest.grad": gradient("scores", "oneVsRest"),
    "westonWatkins.value": value("westonWatkins"),
    "westonWatkins.grad": gradient("scores", "westonWatkins"),
    "crammerSinger.value": value("crammerSinger"),
    "crammerSinger.grad": gradient("scores", "crammerSinger"),
    "delta without a value": leftOut(holds, "delta", "1"),
  }),
  slips: [
    {
      id: "hinge-labels",
      say: "oneVsRest uses the labels 0 and 1, as a slide prints it: a wrong class then costs delta whatever it scores, and gets no gradient",
      answers: ({ scores, c, delta }) => ({
        "oneVsRest.value": (scores.length - 1) * delta + Math.max(0, delta - scores[c]!),
        "oneVsRest.grad": scores.map((s, i) => (i === c && s < delta ? -1 : 0)),
      }),
    },
    {
      id: "hinge-reduced",
      say: "oneVsRest looks at the right class only, as a slide's short form does; every class has a term of its own",
      answers: ({ scores, c, delta }) => ({
        "oneVsRest.value": Math.max(0, delta - scores[c]!),
        "oneVsRest.grad": scores.map((s, i) => (i === c && s < delta ? -1 : 0)),
      }),
    },
    {
      id: "includes-target",
      say: "class c is counted among its own rivals: delta + s[c] - s[c] is delta, a cost that nothing can lower",
      answers: (data, right) => ({
        "westonWatkins.value": (right.value("westonWatkins") as number) + data.delta,
        "crammerSinger.value": Math.max(right.value("crammerSinger") as number, data.delta),
      }),
    },
    {
      id: "includes-target",
      say: "westonWatkins counts class c among its own rivals: delta + s[c] - s[c] is delta, a cost that nothing can lower",
      answers: (data, right) => ({
        "westonWatkins.value": (right.value("westonWatkins") as number) + data.delta,
      }),
    },
    {
      id: "no-cutoff",
      say: "westonWatkins also adds the terms below 0; a rival beyond the margin costs nothing and earns nothing back",
      answers: (data) => ({
        "westonWatkins.value": sumOf(terms(data)),
        "westonWatkins.grad": atRight(
          data,
          data.scores.map(() => 1),
          1 - data.scores.length,
        ),
      }),
    },
    {
      id: "no-cutoff",
      say: "westonWatkins.grad counts every rival; one beyond the margin has the term 0 and the slope 0",
      answers: (data) => ({
        "westonWatkins.grad": atRight(
          data,
          data.scores.map(() => 1),
          1 - data.scores.length,
        ),
      }),
    },
    {
      id: "all-rivals",
      say: "crammerSinger adds up all rivals, which is what westonWatkins does; it keeps the strongest one only",
      answers: (_data, right) => ({
        "crammerSinger.value": right.value("westonWatkins"),
        "crammerSinger.grad": gradOf(right, "westonWatkins"),
      }),
    },
    {
      id: "all-rivals",
      say: "crammerSinger.grad pushes every rival; the loss keeps the strongest one only, so only that one has a slope",
      answers: (_data, right) => ({ "crammerSinger.grad": gradOf(right, "westonWatkins") }),
    },
    {
      id: "counts-once",
      say: "class c gets -1 once; its score stands in the term of every active rival, so it collects -1 from each",
      answers: (data, right) => {
        const grad = gradOf(right, "westonWatkins");
        return { "westonWatkins.grad": atRight(data, grad, Math.max(-1, grad[data.c]!)) };
      },
    },
    {
      id: "missing-term",
      say: "class c gets no gradient: its score stands in every active term too, behind a minus",
      answers: (data, right) => ({
        "westonWatkins.grad": atRight(data, gradOf(right, "westonWatkins"), 0),
        "crammerSinger.grad": atRight(data, gradOf(right, "crammerSinger"), 0),
      }),
    },
    {
      id: "sign",
      say: "all gradients have the opposite sign: a higher score of class c lowers the loss, so its entry is negative or 0",
      answers: (_data, right) =>
        Object.fromEntries(kinds.map((kind) => [`${kind}.grad`, gradOf(right, kind).map((g) => -g)])),
    },
    {
      id: "sign-lost",
      say: "oneVsRest.grad is negative for wrong classes too; their label is -1, so their term grows with the score",
      answers: (_data, right) => ({
        "oneVsRest.grad": gradOf(right, "oneVsRest").map((g) => -Math.abs(g)),
      }),
    },
    {
      id: "value-for-step",
      say: "the slopes hold the sizes of the terms; a term that is above 0 rises one for one with its score, however large it is",
      answers: (data) => {
        const rivals = terms(data).map((t) => Math.max(0, t));
        return { "westonWatkins.grad": atRight(data, rivals, -sumOf(rivals)) };
      },
    },
    {
      id: "no-margin",
      say: "crammerSinger costs nothing as soon as class c scores highest; a rival within delta of it still costs something",
      answers: ({ scores, c }, right) => {
        const leads = scores.every((s, j) => j === c || s < scores[c]!);
        if (!leads) return { "crammerSinger.value": right.value("crammerSinger") };
        return { "crammerSinger.value": 0, "crammerSinger.grad": scores.map(() => 0) };
      },
    },
    {
      id: "rivals-ahead-only",
      say: "westonWatkins counts only rivals that score above class c; a rival within delta below it costs something too",
      answers: (data) => {
        const ahead = terms(data).map((t) => (t > data.delta ? t : 0));
        const grad = ahead.map((t) => (t > 0 ? 1 : 0));
        return {
          "westonWatkins.value": sumOf(ahead),
          "westonWatkins.grad": atRight(data, grad, -sumOf(grad)),
        };
      },
    },
    {
      id: "stale-param",
      say: "delta is not used as it is called with; 1 is only the value when none is given",
      answers: (data) => withDefault(data),
    },
  ],
  hints: [
    "Write the terms of one example down and strike those at or below 0. How does each remaining one move with each score?",
    "oneVsRest: an active class i adds -b to entry i. The other two: an active rival j adds +1 to entry j and -1 to entry c.",
    "For j other than c with t = delta + s[j] - s[c] above 0: value += t, grad[j] += 1, grad[c] -= 1. crammerSinger does this for the largest s[j] only.",
  ],
});
