/** @file M1wasm: M1 with larger products in WebAssembly. */
import { racePerceptronsInWebAssembly } from "../perceptron.ts";

racePerceptronsInWebAssembly([784, 16, 16, 10], 64, false);
