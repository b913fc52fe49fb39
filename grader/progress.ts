/** @file How far grading is: a bar on a terminal, plain lines elsewhere. */
import type { WriteStream } from "node:tty";
import { Presets, SingleBar } from "cli-progress";
import { pointsOf } from "./report/numbers.ts";
import type { SubmissionResult } from "./result.ts";

export interface Progress {
  tell(result: SubmissionResult, done: number, of: number): void;
  end(): void;
}

export const progressOf = (stream: WriteStream): Progress => (stream.isTTY ? bar(stream) : lines(stream));

function bar(stream: WriteStream): Progress {
  const format = "{bar} {value} of {total} · {eta_formatted} left · {student}";
  const shown = new SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  return {
    tell({ student }, done, of) {
      if (done === 1) shown.start(of, 0, { student });
      shown.update(done, { student });
    },
    end: () => shown.stop(),
  };
}

const lines = (stream: WriteStream): Progress => ({
  tell: ({ student, file, points, maxPoints, problem }, done, of) =>
    void stream.write(`[${done}/${of}] ${student} · ${file} · ${problem ?? pointsOf(points, maxPoints)}\n`),
  end: () => {},
});
