/** @file The library's public API. */

export { NotImplementedError } from "./errors.ts";
export type {
  Act,
  Act3,
  ActName,
  Fn1,
  Mat,
  ScalarFn,
  Scheme,
  ToyCache,
  ToyGrads,
  ToyParams,
  Vec,
  VecFn,
} from "./types.ts";
