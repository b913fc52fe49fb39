/** @file M2f32: M2 with larger products in WebAssembly, in single precision. */
import { racePerceptronsInWebAssembly } from "../perceptron.ts";

racePerceptronsInWebAssembly([784, 128, 64, 10], 128, true);
