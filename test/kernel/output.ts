/** @file What a cell published, as a notebook would show it. */
import type { Answer } from "./kernel.ts";

/** All text of one stream, joined: how it was cut into messages does not matter. */
export function streamText({ output }: Answer, name: "stdout" | "stderr" = "stdout"): string {
  return output
    .filter((message) => message.type === "stream" && message.content["name"] === name)
    .map((message) => message.content["text"])
    .join("");
}

/** The MIME bundles of the cell's displays. */
export function displays({ output }: Answer): Record<string, string>[] {
  return output
    .filter((message) => message.type === "display_data" || message.type === "execute_result")
    .map((message) => message.content["data"] as Record<string, string>);
}

export interface RedBox {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export function redBox({ output }: Answer): RedBox | undefined {
  const message = output.find(({ type }) => type === "error");
  return message?.content as RedBox | undefined;
}

/** The text of the red box, without its colours. */
export function redText(answer: Answer): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  return (redBox(answer)?.traceback ?? []).join("\n").replace(/\x1b\[\d+m/g, "");
}
