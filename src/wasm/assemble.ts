/**
 * @file A small assembler for WebAssembly: only what the product needs. Code is a list of bytes; an expression leaves its
 * value on the stack, a statement leaves nothing.
 * @see https://webassembly.github.io/spec/core/binary/
 */

export type Code = readonly number[];
type Type = "i32" | "v128";
const TYPES: Readonly<Record<Type, number>> = { i32: 0x7f, v128: 0x7b };

/** A signed integer in LEB128: seven bits a byte, the lowest first. The second bit of the last byte is the sign. */
const signed = (n: number): Code =>
  -64 <= n && n < 64 ? [n & 0x7f] : [(n & 0x7f) | 0x80, ...signed(n >> 7)];
/** The same of a length, an index or a code, which are never negative. */
const size = (n: number): Code => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, ...size(n >> 7)]);
const list = (items: readonly Code[]): Code => [...size(items.length), ...items.flat()];
const sized = (code: Code): Code => [...size(code.length), ...code];
const text = (name: string): Code => sized([...name].map((letter) => letter.charCodeAt(0)));

export const integer = (n: number): Code => [0x41, ...signed(n)];
export const add = (x: Code, y: Code): Code => [...x, ...y, 0x6a];
export const times = (x: Code, y: Code): Code => [...x, ...y, 0x6c];
export const isBelow = (x: Code, y: Code): Code => [...x, ...y, 0x48];
/** Runs the body, and again as long as the condition holds after it. */
export const repeat = (body: Code, condition: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
];

/** An instruction on vectors of 128 bits. */
const simd = (code: number): Code => [0xfd, ...size(code)];
export const zeroVector: Code = [...simd(12), ...Array<number>(16).fill(0)];
/** The vector at an address plus an offset; it need not be aligned. */
export const loadVector = (address: Code, offset: number): Code => [
  ...address,
  ...simd(0),
  0,
  ...size(offset),
];
export const storeVector = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...simd(11),
  0,
  ...size(offset),
];

/** Vectors of numbers of one size. */
export interface Lanes {
  /** Bytes of a number. */
  readonly bytes: number;
  /** The number at an address, in every lane. */
  readonly splat: (address: Code) => Code;
  readonly add: (x: Code, y: Code) => Code;
  readonly times: (x: Code, y: Code) => Code;
}
const lanes = (bytes: number, splat: number, plus: number, product: number): Lanes => ({
  bytes,
  splat: (address) => [...address, ...simd(splat), 0, 0],
  add: (x, y) => [...x, ...y, ...simd(plus)],
  times: (x, y) => [...x, ...y, ...simd(product)],
});
/** Two numbers of 64 bits. */
export const f64x2 = lanes(8, 10, 0xf0, 0xf2);
/** Four numbers of 32 bits. */
export const f32x4 = lanes(4, 9, 0xe4, 0xe6);

export interface Local {
  readonly get: Code;
  readonly set: (value: Code) => Code;
}

/** A function without a result: its parameters are integers; `write` may ask for more locals. */
export interface Definition {
  readonly parameters: number;
  readonly code: Code;
}
export function define(
  parameters: number,
  write: (parameters: readonly Local[], local: (type: Type) => Local) => Code,
): Definition {
  const types: Type[] = [];
  const at = (index: number): Local => ({
    get: [0x20, ...size(index)],
    set: (value) => [...value, 0x21, ...size(index)],
  });
  const body = write(
    Array.from({ length: parameters }, (_, index) => at(index)),
    (type) => at(parameters + types.push(type) - 1),
  );
  const locals = list(types.map((type) => [1, TYPES[type]]));
  return { parameters, code: sized([...locals, ...body, 0x0b]) };
}

/** The bytes of a module that exports these functions and a `memory` of one page. */
export function assemble(functions: Readonly<Record<string, Definition>>): Uint8Array<ArrayBuffer> {
  const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
  const all = Object.values(functions);
  const exported = Object.keys(functions).map((name, i) => [...text(name), 0, ...size(i)]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      all.map(({ parameters }) => [0x60, ...list(Array(parameters).fill([TYPES.i32])), 0]),
    ),
    ...section(
      3,
      all.map((_, i) => size(i)),
    ),
    ...section(5, [[0, 1]]),
    ...section(7, [[...text("memory"), 2, 0], ...exported]),
    ...section(
      10,
      all.map(({ code }) => code),
    ),
  ]);
}
