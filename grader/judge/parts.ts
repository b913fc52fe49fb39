/** @file The words in which a spec's parts are written; each words its own failure. */
import { mulberry32 } from "../../src/data/random.ts";
import type { At, Options, Part, Parts } from "../exercise.ts";
import type { Plain } from "../plain.ts";
import { evaluate } from "./formula.ts";
import { describe, Malformed } from "./shape.ts";
import type { Verdict } from "./verdict.ts";

const right: Verdict = { is: "right" };
const wrong = (happened: string): Verdict => ({ is: "wrong", happened });
const show = (v: unknown): string => describe(v as Plain | undefined);
type Path = readonly (string | number)[];
const name = (path: Path) =>
  path.map((p, i) => (typeof p === "number" ? `[${p}]` : i ? `.${p}` : p)).join("");

interface Difference {
  readonly is: "near" | "wrong";
  readonly path: Path;
  readonly happened: string;
}
/** Every place where the answer differs from what is expected, or its first malformed place. */
function* differences(
  expected: unknown,
  answer: unknown,
  path: Path,
  { rel = 1e-10, abs = 1e-12 }: Options,
): Generator<Difference> {
  if (Array.isArray(expected)) {
    if (!Array.isArray(answer))
      return yield {
        is: "wrong",
        path,
        happened: `${name(path)} is ${show(answer)}; an array of length ${expected.length} is expected`,
      };
    if (answer.length !== expected.length)
      return yield {
        is: "wrong",
        path,
        happened: `${name(path)} has length ${answer.length}; ${expected.length} is expected`,
      };
    for (let i = 0; i < expected.length; i++)
      yield* differences(expected[i], answer[i], [...path, i], { rel, abs });
  } else if (typeof expected === "object" && expected !== null) {
    for (const [k, e] of Object.entries(expected))
      yield* differences(e, (answer as Record<string, unknown> | null)?.[k], [...path, k], { rel, abs });
  } else if (typeof expected === "number" && typeof answer === "number") {
    const off = Math.abs(answer - expected);
    const scale = Math.max(Math.abs(expected), Math.abs(answer));
    if (!(off <= abs + rel * scale))
      yield {
        is: off <= 1e-5 * scale ? "near" : "wrong",
        path,
        happened: `${name(path)} is ${show(answer)}; the checked value is ${show(expected)}`,
      };
  } else if (expected !== answer) {
    yield { is: "wrong", path, happened: `${name(path)} is ${show(answer)}, which is not right` };
  }
}
function compare(expected: unknown, answer: unknown, part: string, options: Options): Verdict {
  const all = [...differences(expected, answer, [part], options)];
  const worst = all.find((d) => d.is === "wrong") ?? all[0];
  return !worst || (worst.is === "near" && options.accept === "near") ? right : worst;
}
const share = (options: Options | undefined) =>
  options?.share === undefined ? {} : { share: options.share };
const at = (tree: unknown, path: Path): unknown => path.reduce<unknown>((t, p) => (t as never)?.[p], tree);

/** A gradient: right, or right given the student's own later gradients, or wrong, nearest the loss first. */
function gradientVerdict(
  here: At<never>,
  answer: Plain | undefined,
  wrt: string,
  of: string,
  options: Options,
): Verdict {
  const all = [...differences(here.truth.gradient(wrt, of), answer, [here.part], options)];
  if (all.length === 0 || (options.accept === "near" && all.every((d) => d.is === "near"))) return right;
  const own =
    of === "loss"
      ? [...differences(here.truth.stepwise(wrt, here.theirs), answer, [here.part], options)]
      : all;
  if (own.length === 0)
    return { is: "follows", happened: `${here.part} is right for the gradients you had before it` };
  const order = here.truth.order(wrt);
  const rank = (d: Difference) => {
    const o = at(order, d.path.slice(1));
    return typeof o === "number" ? o : Infinity;
  };
  const first = own.filter((d) => d.is === "wrong").sort((a, b) => rank(b) - rank(a))[0] ?? own[0]!;
  const { rel = 1e-10, abs = 1e-12 } = options;
  const truly = all.find((d) => name(d.path) === name(first.path)) ?? first;
  return {
    is: first.is,
    happened:
      first.is === "near" ? `${first.happened} (close, not equal: tolerance ${abs + rel})` : truly.happened,
    order: rank(first),
  };
}

/** Runs a judgement that needs a well-formed answer; a malformed one is the student's fault, all else is ours. */
const wellFormed = (run: () => Verdict): Verdict => {
  try {
    return run();
  } catch (e) {
    if (e instanceof Malformed) return wrong(e.message);
    throw e;
  }
};

export const words: Parts<never, Record<string, never>> = {
  value: (quantity, options = {}) => ({
    ...share(options),
    judge: (h, a) => compare(h.truth.value(quantity), a, h.part, options),
  }),
  gradient: (wrt, of = "loss" as never, options = {}) => ({
    ...share(options),
    ...(of === "loss" && { gradientOf: wrt }),
    judge: (h, a) => gradientVerdict(h, a, wrt, of, options),
  }),
  tangent: (of, along, options = {}) => ({
    ...share(options),
    judge: (h, a) => compare(h.truth.tangent(of, along), a, h.part, options),
  }),
  jacobian: (of, wrt, options = {}) => ({
    ...share(options),
    judge: (h, a) => compare(h.truth.jacobian(of, wrt), a, h.part, options),
  }),
  equals: (expected, options = {}) => ({
    ...share(options),
    judge: (h, a) => compare(expected(h.input, h.truth), a, h.part, options),
  }),
  derives: (from, expected, options = {}) => ({
    ...share(options),
    judge: (h, a, whole) => wellFormed(() => compare(expected(from(whole, ""), h.input), a, h.part, options)),
  }),
  holds: (shape, says, options = {}) => ({
    ...share(options),
    judge: (h, _a, whole) =>
      wellFormed(() => {
        const verdict = says(shape(whole, ""), h.input);
        return verdict === true ? right : wrong(verdict);
      }),
  }),
  formula: (reference, ranges): Part<never> => ({
    judge: (h, a) => {
      if (typeof a !== "string") return wrong(`${h.part} is ${show(a)}; a formula in quotes is expected`);
      const rng = mulberry32(7);
      for (let i = 0; i < 12; i++) {
        const env = Object.fromEntries(
          Object.entries(ranges).map(([k, [low, high]]) => [k, low + (high - low) * rng()]),
        );
        const yours = evaluate(a, env);
        if (typeof yours === "string") return wrong(`${h.part}: ${yours}`);
        const ours = evaluate(reference, env);
        if (typeof ours === "string") throw new Error(ours);
        if (!(Math.abs(yours - ours) <= 1e-9 * Math.max(1, Math.abs(ours))))
          return wrong(
            `${h.part}: at ${Object.entries(env)
              .map(([k, v]) => `${k} = ${show(v)}`)
              .join(", ")} your formula gives ${show(yours)}`,
          );
      }
      return right;
    },
  }),
};
