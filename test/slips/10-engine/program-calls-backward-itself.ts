// exercise: 10-engine/run-program
// slip: unnamed
import type { Instr, Vec } from "gradbook";
import { runProgram as right } from "../../../solutions/10-engine/run-program.ts";

export function runProgram(program: Instr[], inputs: Vec) {
  const result = right(program, inputs);
  result.y.backward();
  return result;
}
