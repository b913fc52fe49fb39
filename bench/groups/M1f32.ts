/** @file M1f32: M1 with larger products in WebAssembly, in single precision. */
import { racePerceptronsInWebAssembly } from "../perceptron.ts";

racePerceptronsInWebAssembly([784, 16, 16, 10], 64, true);
