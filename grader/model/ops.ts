/**
 * @file Every op of the judge: one table, its own, not the library's, so that neither hides the other's bug.
 * To add an op, add an entry; the tests read the table.
 */
import { elementwiseOps } from "./ops/elementwise.ts";
import { linearOps } from "./ops/linear.ts";
import { pairwiseOps } from "./ops/pairwise.ts";
import { reductionOps } from "./ops/reductions.ts";

export const ops = { ...elementwiseOps, ...pairwiseOps, ...linearOps, ...reductionOps };

export type OpName = keyof typeof ops;

const names = new Map<unknown, OpName>(Object.entries(ops).map(([name, op]) => [op, name as OpName]));
/** The op's name in the table. */
export const nameOfOp = (op: unknown): OpName | undefined => names.get(op);
