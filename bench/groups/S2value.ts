/** @file S2value: a training step of micrograd's moons network, one node an operation, against the port. */
import { Value } from "gradbook";
import { agree } from "../agree.ts";
import { MicrogradValue } from "../micrograd.ts";
import { stepOf } from "../moons.ts";
import { race, report } from "../race.ts";

const losses = (C: new (x: number) => unknown) => Array.from({ length: 20 }, stepOf("trial", C));
agree(losses(Value), losses(MicrogradValue));

const times = race([
  { name: "gradbook", run: stepOf("gradbook", Value) },
  { name: "micrograd", run: stepOf("micrograd", MicrogradValue) },
]);
report(times, "micrograd", "gradbook");
