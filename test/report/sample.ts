/** @file Results as the judge makes them, for the tests of the reports. */
import type { ExerciseResult, SubmissionResult } from "../../grader/result.ts";

const toyBackward = {
  id: "02-toy-networks/toy-backward",
  title: "2.4 The toy network backwards",
  maxPoints: 3,
};

export const right: ExerciseResult = {
  ...toyBackward,
  points: 3,
  status: "right",
  message: "12 cases hold: the worked examples and random inputs, on both sides of every kink",
  parts: [
    { name: "dF", points: 1.5, maxPoints: 1.5, is: "right", happened: "", rows: [] },
    { name: "dBeta", points: 1.5, maxPoints: 1.5, is: "right", happened: "", rows: [] },
  ],
  warnings: [],
};

export const partly: ExerciseResult = {
  ...toyBackward,
  points: 1.5,
  status: "partly",
  message: "dF has the opposite sign: look at the order of prediction and label",
  mistake: "sign",
  parts: [
    {
      name: "dF",
      points: 0,
      maxPoints: 1.5,
      is: "wrong",
      happened: "dF[3] is 0.418; the numerical value is -0.418",
      rows: [
        { where: "dF[3]", yours: "0.418", checked: -0.418, error: 1.6e-12, shape: "(4)" },
        {
          where: "dF[2]",
          yours: "NaN",
          checked: 0.12345678901,
          error: 2e-13,
          shape: "(3)",
          wantedShape: "(4)",
        },
      ],
    },
    {
      name: "dBeta",
      points: 1.5,
      maxPoints: 1.5,
      is: "follows",
      happened: "right for the dF you had before it",
      rows: [],
    },
  ],
  warnings: ["two cells hold this exercise; the one that differs from the starter was graded"],
};

export const todo: ExerciseResult = {
  id: "02-toy-networks/derivations",
  title: "2.6 Derivations on paper",
  points: 0,
  maxPoints: 1,
  status: "todo",
  message: "to do: write derivations",
  parts: [{ name: "dSigmoid", points: 0, maxPoints: 1, is: "todo", happened: "", rows: [] }],
  warnings: [],
};

export const submission = (
  student: string,
  exercises: readonly ExerciseResult[],
  file = "02-toy-networks.ipynb",
): SubmissionResult => ({
  version: 1,
  student,
  file,
  points: exercises.reduce((sum, e) => sum + e.points, 0),
  maxPoints: exercises.reduce((sum, e) => sum + e.maxPoints, 0),
  exercises,
  level: 1,
  submissionHash: "0",
  specHash: "0",
});
