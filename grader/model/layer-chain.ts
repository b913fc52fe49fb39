/** @file Chains of layers z ↦ act(W z): what the exercises on forward and on reverse mode share. */
import type { ActName, Mat, Vec } from "../../src/types.ts";
import type { Draw } from "../draw.ts";
import type { Part, Parts } from "../exercise.ts";
import { number, record, text } from "../judge/shape.ts";
import type { Numbers } from "../worked.ts";
import type { Model } from "./node.ts";

export type LayerChain = { readonly Ws: Mat[]; readonly acts: readonly ActName[]; readonly x: Vec };

const bends = ["tanh", "sin", "sigmoid", "cos"] as const;
/** Layers of these widths, input first; neighbours bend differently. */
export const drawChain = (d: Draw, widths: readonly number[]): LayerChain => ({
  Ws: widths.slice(1).map((rows, i) => d.mat(rows, widths[i] as number)),
  acts: widths.slice(1).map((_, i) => bends[i % bends.length] as ActName),
  x: d.vec(widths[0] as number),
});
/** The lectures' chain of three layers. */
export const workedChain = (given: Numbers): LayerChain => ({
  Ws: [given.mat("W1"), given.mat("W2"), given.mat("W3")],
  acts: ["tanh", "tanh", "identity"],
  x: given.vec("x"),
});

/** One width everywhere: only there does a Jacobian at the wrong place, or a transposed one, give numbers. */
export const isSquare = ({ Ws }: LayerChain): boolean => Ws.every((W) => W.length === W[0]?.length);

/** A vector reads each entry of a Jacobian once; a copy and a second look are allowed. */
const MOST_READS = 4;
/** Wide enough that a product of two Jacobians reads more often. */
export const isWide = ({ Ws }: LayerChain): boolean =>
  Ws.length > 1 && Ws.flat().every((row) => row.length > MOST_READS);
/** The reads of an answer that multiplies Jacobians, as far as one can know. */
export const tooManyReads = MOST_READS + 1;

/** Judges `reads`: no products of Jacobians, and no layer asked at a vector that it does not take. */
export const vectorsOnly = <I>({ holds }: Parts<I, Model>, product: string): Part<I> => ({
  ...holds(
    record({ reads: number, misfit: text }),
    ({ reads, misfit }) =>
      misfit ||
      reads <= MOST_READS ||
      `an entry of a Jacobian is read ${reads} times: ${product} needs each entry once`,
  ),
  same: (_mistaken, reads) => typeof reads === "number" && reads > MOST_READS,
});
