/** @file One QuickJS in a WebAssembly memory of its own. Jobs of one student share it; after anything odd it is dropped. */
import published from "@jitl/quickjs-wasmfile-release-sync";
import bytes from "@jitl/quickjs-wasmfile-release-sync/wasm";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from "quickjs-emscripten-core";

const PAGES_PER_MIB = 16;
/** The engine's own limit can be outgrown (its accounting is off); the maximum of an imported memory cannot. */
const MAX_MIB = 64;
/** An instance that grew this far is not kept for the next job. */
const KEPT_MIB = 32;

/** Its types describe the CommonJS build; the bundle takes the ES one. */
const variant = published as unknown as QuickJSSyncVariant;
const compiled = new WebAssembly.Module(bytes);

export interface Instance {
  readonly engine: QuickJSWASMModule;
  readonly size: () => { readonly full: boolean; readonly large: boolean };
}

export async function makeInstance(): Promise<Instance> {
  const memory = new WebAssembly.Memory({ initial: 16 * PAGES_PER_MIB, maximum: MAX_MIB * PAGES_PER_MIB });
  const engine = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmModule: compiled, wasmMemory: memory }),
  );
  const mib = () => memory.buffer.byteLength / 2 ** 20;
  return { engine, size: () => ({ full: mib() > MAX_MIB - 2, large: mib() > KEPT_MIB }) };
}
