/** @file A submission as one line of JSON, for other programs. */
import type { SubmissionResult } from "../result.ts";

export const jsonLine = ({ student, file, points, maxPoints, exercises }: SubmissionResult): string =>
  JSON.stringify({
    student,
    file,
    points,
    maxPoints,
    exercises: exercises.map(({ id, points, maxPoints, status, message }) => ({
      id,
      points,
      maxPoints,
      status,
      message,
    })),
  });
