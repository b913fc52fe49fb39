/** @file M1: a training step of 784-16-16-10 on 64 examples, against hand-derived loops. */
import { racePerceptrons } from "../perceptron.ts";

racePerceptrons([784, 16, 16, 10], 64);
