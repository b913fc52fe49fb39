/**
 * @file Larger matrix products in WebAssembly: operands are copied in, the result is copied out. All arrays stay with the
 * garbage collector, and nobody disposes of anything. Without WebAssembly, or its vectors, products stay in JavaScript.
 *
 * To do without this folder, delete it with its tests, its line in src/index.ts and its rows of the bench.
 */
import { offerProduct, type Strided } from "../tensor/matmul.ts";
import { kernel, wholeColumns, wholeRows } from "./kernel.ts";

interface Engine {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  readonly product64: (...numbers: number[]) => void;
  readonly product32: (...numbers: number[]) => void;
}
/** The types of Node name neither. */
interface Host {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Engine };
}

/** Compiled when it is first needed; null where that is impossible. */
let engine: Engine | null | undefined;
function started(): Engine | null {
  const host = (globalThis as unknown as { WebAssembly?: Host }).WebAssembly;
  try {
    return host ? new host.Instance(new host.Module(kernel())).exports : null;
  } catch {
    return null;
  }
}

/** Copying takes time for each entry, a product for each multiplication: below this it is faster in JavaScript. */
const isWorthwhile = (n: number, k: number, m: number): boolean =>
  n * k * m > 2 * (n * k + k * m + n * m) + 4096;

const PAGE = 1 << 16;
/** What addresses of 31 bits reach, with room to spare. */
const LARGEST = 2 ** 30;

let single = false;
/**
 * What `run` returns. In it, larger matrix products are computed with numbers of 32 bits: about seven digits instead of
 * sixteen, in about half the time. All arrays stay Float64Arrays, and everything else keeps its 64 bits.
 *
 *     const { value, grad } = inSinglePrecision(() => lossAndGrad(parameters, x));
 */
export function inSinglePrecision<T>(run: () => T): T {
  const before = single;
  single = true;
  try {
    return run();
  } finally {
    single = before;
  }
}

offerProduct((a, b, out, n, k, m) => {
  if (!isWorthwhile(n, k, m)) return false;
  const bytes = single ? 4 : 8;
  const columns = wholeColumns(m, bytes);
  // What a whole block reads behind the last row or column of a or b is inside too; it reaches no entry of out.
  const [atB, atOut] = [n * k, n * k + k * m];
  const end = atOut + wholeRows(n) * columns;
  if (end * bytes > LARGEST) return false;
  if (engine === undefined) engine = started();
  if (!engine) return false;

  const { memory, product64, product32 } = engine;
  const missing = end * bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  const heap = single ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer);
  heap.set(a.data.subarray(0, n * k));
  copyRows(b, heap.subarray(atB, atOut), k, m);
  const run = single ? product32 : product64;
  const [row, column] = [bytes * a.row, bytes * a.column];
  run(n, k, m, 0, row, column, bytes * atB, bytes * m, bytes * atOut, bytes * columns);
  if (columns === m) out.set(heap.subarray(atOut, end).subarray(0, n * m));
  else
    for (let i = 0, from = atOut; i < n; i++, from += columns) out.set(heap.subarray(from, from + m), i * m);
  return true;
});

/** Writes b row by row, whichever way it is stored. */
function copyRows(
  { data, row, column }: Strided,
  to: Float64Array | Float32Array,
  k: number,
  m: number,
): void {
  if (column === 1) to.set(data.subarray(0, k * m));
  else
    for (let t = 0, at = 0; t < k; t++)
      for (let j = 0, from = t * row; j < m; j++, from += column) to[at++] = data[from]!;
}
