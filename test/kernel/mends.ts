/** @file For each mend of the kernel: something it brings about, seen from outside. */
import { once } from "node:events";
import { Kernel } from "./kernel.ts";
import type { Kernelspec } from "./kernelspec.ts";
import { displays, redBox, redText, streamText } from "./output.ts";

interface Mend {
  /** What is true with the mend, and only with it. */
  readonly claim: string;
  readonly observe: (kernel: Kernel, spec: Kernelspec) => Promise<unknown>;
  readonly mended: unknown;
}

/** Waits until the kernel no longer aborts requests after an error. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 300));

export const mends: Readonly<Record<string, Mend>> = {
  strict: {
    claim: "null is no string",
    observe: async (kernel) => redBox(await kernel.execute("const name: string = null;"))?.evalue,
    mended: "line 1, column 7: Type 'null' is not assignable to type 'string'.",
  },
  "source-positions": {
    claim: "a stack trace speaks of the lines that the student wrote",
    observe: async (kernel) => {
      const code = [
        "interface Box { n: number }",
        "",
        "function open(box: Box): never {",
        "  throw new RangeError('too much');",
        "}",
      ];
      await kernel.execute(code.join("\n"));
      return redText(await kernel.execute("// a comment\nopen({ n: 3 })")).replace(/cell \[\d+\]/g, "cell");
    },
    mended: [
      "RangeError: too much",
      "    at open, cell, line 4",
      "    4 |   throw new RangeError('too much');",
      "      |         ^",
      "    at cell, line 2",
    ].join("\n"),
  },
  "lost-output": {
    claim: "1,500 displays of one synchronous cell all arrive, and then the cell ends",
    observe: async (kernel) => {
      const code = 'import { display } from "tslab"; for (let i = 0; i < 1500; i++) display.text(String(i));';
      return displays(await kernel.execute(code, { timeoutMs: 5000 })).length;
    },
    mended: 1500,
  },
  "batch-output": {
    claim: "4,000 prints arrive in less than half as many messages",
    observe: async (kernel) => {
      const answer = await kernel.execute("for (let i = 0; i < 4000; i++) console.log(i);");
      return { lines: streamText(answer).split("\n").length - 1, few: answer.output.length < 2000 };
    },
    mended: { lines: 4000, few: true },
  },
  "execute-input": {
    claim: "the kernel says which code it runs under which number",
    observe: async (kernel) => {
      const { reply, output } = await kernel.execute("1 + 1");
      const input = output.find((message) => message.type === "execute_input")?.content;
      return { code: input?.["code"], sameCount: input?.["execution_count"] === reply["execution_count"] };
    },
    mended: { code: "1 + 1", sameCount: true },
  },
  "error-message": {
    claim: "an error is a message of its own, and part of the reply",
    observe: async (kernel) => {
      const answer = await kernel.execute('throw new TypeError("no vector");');
      return [
        redBox(answer)?.evalue,
        answer.reply["ename"],
        answer.reply["evalue"],
        streamText(answer, "stderr"),
      ];
    },
    mended: ["no vector", "TypeError", "no vector", ""],
  },
  "keep-queue": {
    claim: "after an error cells are aborted if the client asked for it, and run if it did not",
    observe: async (kernel) => {
      const runAll = async (stopOnError: boolean) => {
        const cells = ["throw 1", "2", "3"].map((code) => kernel.execute(code, { stopOnError }));
        return (await Promise.all(cells)).map(({ reply }) => reply["status"]);
      };
      const stopping = await runAll(true);
      await pause();
      return [stopping, await runAll(false)];
    },
    mended: [
      ["error", "aborted", "aborted"],
      ["error", "ok", "ok"],
    ],
  },
  shorthand: {
    claim: "{ rate } takes the rate of an earlier cell, as a value and as a target",
    observe: async (kernel) => {
      await kernel.execute("let rate = 0.5; let steps = 3;");
      return streamText(await kernel.execute("({ steps } = { steps: 4 }); console.log({ rate, steps });"));
    },
    mended: "{ rate: 0.5, steps: 4 }\n",
  },
  "top-level-await": {
    claim: "await works in front of a bracket, and in a for loop",
    observe: async (kernel) => {
      const cells = [
        "console.log(await (Promise.resolve(1)))",
        "console.log(await [2])",
        "for await (const n of [3]) console.log(n)",
      ];
      const texts: string[] = [];
      for (const cell of cells) {
        texts.push(streamText(await kernel.execute(cell)));
        await pause();
      }
      return texts;
    },
    mended: ["1\n", "[ 2 ]\n", "3\n"],
  },
  "show-value": {
    claim: "a last value shows itself as it likes",
    observe: async (kernel) => {
      const code = '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>hello</b>" }) })';
      return displays(await kernel.execute(code));
    },
    mended: [{ "text/html": "<b>hello</b>" }],
  },
  "language-info": {
    claim: "JupyterLab colours cells as TypeScript",
    observe: async (kernel) => kernel.info["language_info"],
    // Committed notebooks carry exactly this, so that opening one does not make it "modified".
    mended: {
      codemirror_mode: "typescript",
      file_extension: ".ts",
      mimetype: "text/typescript",
      name: "typescript",
      version: "3.7.2",
    },
  },
  "other-requests": {
    claim: "what JupyterLab asks when it connects is answered",
    observe: async (kernel) => {
      const quick = { timeoutMs: 1500 };
      const comms = await kernel.request("comm_info_request", {}, quick);
      const history = await kernel.request("history_request", {}, quick);
      return [comms.type, history.type];
    },
    mended: ["comm_info_reply", "history_reply"],
  },
  "inspect-call": {
    claim: "Shift-Tab between the brackets of a call explains the function",
    observe: async (kernel) => {
      await kernel.execute("function scale(x: number, by: number): number { return x * by; }");
      const code = "Math.abs(scale(2, ";
      const { reply } = await kernel.request("inspect_request", {
        code,
        cursor_pos: code.length,
        detail_level: 0,
      });
      return (reply["data"] as Record<string, string>)["text/plain"];
    },
    mended: "function scale(x: number, by: number): number",
  },
  orphan: {
    claim: "the kernel ends when the server that started it is killed",
    observe: async (_, spec) => {
      const start =
        'require("child_process").spawn(process.argv[1], process.argv.slice(2), { stdio: "inherit" })';
      const server: Kernelspec = { argv: [process.execPath, "-e", start, ...spec.argv] };
      const kernel = await Kernel.start(server, import.meta.dirname);
      const pid = Number(streamText(await kernel.execute("process.pid")));
      const closed = once(kernel.process, "close").then(() => true); // the kernel still holds stderr
      kernel.process.kill("SIGKILL");
      const ended = await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 8000, false))]);
      if (!ended) process.kill(pid, "SIGKILL");
      return ended;
    },
    mended: true,
  },
};
