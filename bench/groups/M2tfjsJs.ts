/** @file M2tfjsJs: M2 against tfjs on cpu, JavaScript on both sides. */
import { offerProduct } from "../../src/tensor/matmul.ts";
import { tfjs } from "../peers/steps.mjs";
import { racePeer } from "../perceptron.ts";

offerProduct(() => false);
await racePeer("tfjs on cpu", [784, 128, 64, 10], 128, (given) => tfjs(given, "cpu"));
