/** @file What tools/cell-bundle.mjs puts into the cell's one file. */

declare module "cell:texts" {
  /** An expression whose value has the exports of ./inside.ts. */
  export const inside: string;
  /** The same of ../kit.ts. */
  export const kit: string;
  /** Module text of src/errors.ts. */
  export const errors: string;
  /** Module text of the library, and the names it exports. */
  export const library: string;
  export const libraryNames: readonly string[];
}
declare module "@jitl/quickjs-wasmfile-release-sync/wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
/** The types of Node name these two only as interfaces. */
declare namespace WebAssembly {
  var Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  var Memory: new (pages: { initial: number; maximum: number }) => Memory;
}
