/** @file M2tfjsWasm: M2 against tfjs on wasm. */
import { tfjs } from "../peers/steps.mjs";
import { racePeer } from "../perceptron.ts";

await racePeer("tfjs on wasm", [784, 128, 64, 10], 128, (given) => tfjs(given, "wasm"));
