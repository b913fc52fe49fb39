/** @file M2: a training step of 784-128-64-10 on 128 examples, against hand-derived loops. */
import { racePerceptrons } from "../perceptron.ts";

racePerceptrons([784, 128, 64, 10], 128);
