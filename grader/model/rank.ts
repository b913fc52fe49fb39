/** @file Numbers, vectors and matrices in the type system: what rank an op gives. */
import type { Mat, Vec } from "../../src/types.ts";

export type Num = number | Vec | Mat;
/** Literal types such as 0 or [1, 2] are numbers and vectors. */
export type Widened<T> = T extends number ? number : T extends readonly number[] ? Vec : Mat;
/** (n, k)·(k, m), where a vector on the left is a row and on the right a column. */
export type Product<A, B> = A extends Mat ? (B extends Mat ? Mat : Vec) : B extends Mat ? Vec : number;
export type Wider<A, B> = A extends Mat ? A : B extends Mat ? B : A extends Vec ? A : B;
/** What is left when one axis is summed away, or one index given. */
export type Reduced<T> = T extends Mat ? Vec : number;
