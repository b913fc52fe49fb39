/** @file One question on the terminal. */
import { createInterface } from "node:readline";

/** @returns the line that is typed; "" where nobody can type one */
export function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once("close", () => resolve(""));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
