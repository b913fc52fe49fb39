/** @file M2wasm: M2 with larger products in WebAssembly. */
import { racePerceptronsInWebAssembly } from "../perceptron.ts";

racePerceptronsInWebAssembly([784, 128, 64, 10], 128, false);
