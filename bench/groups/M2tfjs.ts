/** @file M2tfjs: M2 against tfjs on cpu. */
import { tfjs } from "../peers/steps.mjs";
import { racePeer } from "../perceptron.ts";

await racePeer("tfjs on cpu", [784, 128, 64, 10], 128, (given) => tfjs(given, "cpu"));
