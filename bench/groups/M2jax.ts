/** @file M2jax: M2 against jax-js. */
import { jax } from "../peers/steps.mjs";
import { racePeer } from "../perceptron.ts";

await racePeer("jax-js", [784, 128, 64, 10], 128, jax);
