/**
 * @file One QuickJS in a WebAssembly memory of its own. To make one takes longer than most jobs, so before each job its
 * memory is put back, byte by byte, to what it was when it was made; after anything odd it is dropped.
 */
import { inside as insideText, kit as kitText } from "cell:texts";
import published from "@jitl/quickjs-wasmfile-release-sync";
import bytes from "@jitl/quickjs-wasmfile-release-sync/wasm";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
} from "quickjs-emscripten-core";

const PAGE = 2 ** 16;
const PAGES_PER_MIB = 2 ** 20 / PAGE;
const FIRST_MIB = 16;
/** The engine's own limit can be outgrown (its accounting is off); the maximum of an imported memory cannot. */
const MAX_MIB = 64;
/** Node's own stack is enlarged to hold this (see ../command.ts); Windows has no room for it. */
const STACK_BYTES = process.platform === "win32" ? 256 * 1024 : 1024 * 1024;

/** Its types describe the CommonJS build; the bundle takes the ES one. */
const variant = published as unknown as QuickJSSyncVariant;
const compiled = new WebAssembly.Module(bytes);

export interface Instance {
  readonly runtime: QuickJSRuntime;
  readonly vm: QuickJSContext;
  /** What ./inside.ts exports. */
  readonly inside: QuickJSHandle;
  /** What ../kit.ts exports. */
  readonly kit: QuickJSHandle;
  readonly full: boolean;
  /** It has grown: then it cannot be put back, and must not be used again. */
  readonly grown: boolean;
  /**
   * Puts it back to where no student's code had run in it. Every handle of the last job is void from here on.
   * For the same student the pages are enough that the engine had written; all others are free memory to it.
   */
  reset(student: string): void;
}

export async function makeInstance(): Promise<Instance> {
  const memory = new WebAssembly.Memory({
    initial: FIRST_MIB * PAGES_PER_MIB,
    maximum: MAX_MIB * PAGES_PER_MIB,
  });
  const engine = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmModule: compiled, wasmMemory: memory }),
  );
  const runtime = engine.newRuntime();
  runtime.setMaxStackSize(STACK_BYTES);
  const vm = runtime.newContext();
  const inside = vm.unwrapResult(vm.evalCode(insideText, "inside.js"));
  const kit = vm.unwrapResult(vm.evalCode(kitText, "kit.js"));
  const mib = () => memory.buffer.byteLength / 2 ** 20;
  const first = new Uint8Array(memory.buffer);
  const written = writtenPages(memory.buffer);
  let last: string | undefined;
  return {
    runtime,
    vm,
    inside,
    kit,
    get full() {
      return mib() > MAX_MIB - 2;
    },
    get grown() {
      return mib() > FIRST_MIB;
    },
    reset(student) {
      // Else the library would believe that the engine still knows it.
      runtime.removeInterruptHandler();
      if (student !== last) first.fill(0);
      for (const { from, bytes } of written) first.set(bytes, from);
      last = student;
    },
  };
}

const EMPTY = Buffer.alloc(PAGE);
/** Copies of the pages that hold anything. */
const writtenPages = (memory: ArrayBuffer) =>
  Array.from({ length: memory.byteLength / PAGE }, (_, k) => Buffer.from(memory, k * PAGE, PAGE))
    .filter((page) => !page.equals(EMPTY))
    .map((page) => ({ from: page.byteOffset, bytes: Uint8Array.from(page) }));
