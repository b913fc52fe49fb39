/** @file The toy network of lesson 02: f_k = beta_k + omega_k h_k, h_{k+1} = a_k(f_k), loss (f_3 − y)². */
import type { ActName } from "../../src/types.ts";
import type { Numbers } from "../worked.ts";
import type { ModelOps, Node } from "./node.ts";

export type ToyInput = {
  readonly beta: number[];
  readonly omega: number[];
  readonly x: number;
  readonly y: number;
  readonly acts: readonly [ActName, ActName, ActName];
};

/** "tanh" names all three activations, "sin-exp-cos" one each. */
export const acts = (text: string) =>
  (text.includes("-") ? text.split("-") : [text, text, text]) as unknown as ToyInput["acts"];

export function toyNetwork(p: ToyInput, { of }: ModelOps) {
  const [beta, omega, x] = [p.beta.map(of<number>), p.omega.map(of<number>), of(p.x)];
  const h = [x];
  const f: Node[] = [];
  for (let k = 0; k < 4; k++) {
    f.push(beta[k]!.add(omega[k]!.mul(h[k]!)));
    if (k < 3) h.push(f[k]!.act(p.acts[k]!));
  }
  return { beta, omega, x, f, h, loss: f[3]!.sub(p.y).square() };
}

/** The lectures' networks, by the ids of the worked examples. */
export const TOY_NETWORKS = [
  "ds542-toy-A-relu",
  "ds542-toy-A-tanh",
  "ds542-toy-A-sin",
  "ds542-toy-A-cos",
  "ds542-toy-A-sin-exp-cos",
  "ds542-toy-B-relu-dead",
  "ds542-toy-C-exp",
  "ds542-toy-UDL-sin-exp-cos",
] as const;
export const toyInput = (given: Numbers): ToyInput => ({
  beta: given.vec("beta"),
  omega: given.vec("omega"),
  x: given.num("x"),
  y: given.num("y"),
  acts: acts(given.text("activations")),
});
