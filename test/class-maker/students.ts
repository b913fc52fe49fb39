/** @file The sample class: who hands in what, and under which name. */
import type { Cell } from "../../grader/submissions/nbformat.ts";
import { sourceOf } from "../../grader/submissions/nbformat.ts";
import {
  type Answers,
  added,
  copied,
  type Edit,
  instead,
  type Lesson,
  slip,
  slips,
  solution,
} from "./lesson.ts";

/** A notebook that is filled in, edited, run and saved. */
export interface Student {
  /** Path in the folder of the class. */
  readonly file: string;
  readonly lesson: Lesson;
  /** What is not the solution; "none": nothing was touched. */
  readonly answers?: Answers | "none";
  /** Before the cells are run, and after. */
  readonly edit?: Edit;
  readonly editAfter?: Edit;
  /** Runs every cell, with all the pictures; the others run what they need for their answers. */
  readonly runsAll?: true;
  /** An exercise whose check is not run: it would never end. */
  readonly skips?: string;
  /** What happens to the file on its way. */
  readonly rewrite?: (text: string) => string;
}

/** As `gradbook submit` names it. */
const named = (lesson: Lesson, name: string) => `${lesson} - ${name}.ipynb`;
const toy = (name: string, rest: Omit<Student, "file" | "lesson">): Student => ({
  file: named("02-toy-networks", name),
  lesson: "02-toy-networks",
  ...rest,
});

/** One student more for every mistake that the exercises of a lesson know; each makes one in every exercise. */
function withSlips(lesson: Lesson, names: readonly string[]): readonly Student[] {
  const known = [...slips(lesson)];
  const most = Math.max(...known.map(([, wrong]) => wrong.length));
  if (names.length !== most) throw new Error(`${lesson} needs ${most} names, not ${names.length}`);
  return names.map((name, i) => ({
    file: named(lesson, name),
    lesson,
    answers: Object.fromEntries(
      known.flatMap(([exercise, wrong]) => (wrong[i] === undefined ? [] : [[exercise, wrong[i]]])),
    ),
  }));
}

const forward = solution("02-toy-networks/toy-forward");
const backward = solution("02-toy-networks/toy-backward");
const half = Math.floor(backward.split("\n").length / 2);
const firstLines = backward.split("\n").slice(0, half).join("\n");
const lastLines = backward.split("\n").slice(half).join("\n");

const asMarkdown = ({ id = "", metadata, source }: Cell): readonly Cell[] => [
  { cell_type: "markdown", id, metadata, source },
];

/** Moves the answers in front of everything else. */
const answersFirst: Edit = (cells) => {
  const isAnswer = ({ metadata }: Cell) => metadata.gradbook?.role === "answer";
  return [...cells.filter(isAnswer).reverse(), ...cells.filter((cell) => !isAnswer(cell))];
};

export const students: readonly Student[] = [
  toy("Ada Lovelace", { runsAll: true }),
  { file: named("01-slopes", "Zoë Müller-Ødegård"), lesson: "01-slopes", runsAll: true },
  {
    file: named("01-slopes", "山田 花子"),
    lesson: "01-slopes",
    answers: { "line-fit": solution("01-slopes/line-fit").replaceAll(/\bresiduals\b/g, "残差") },
  },
  ...withSlips("02-toy-networks", [
    "Alice",
    "Bob",
    "Carla",
    "Deniz",
    "Eva",
    "Finn",
    "Greta",
    "Hana",
    "Igor",
    "Jana",
  ]),
  ...withSlips("01-slopes", ["Karl", "Lena", "Musa", "Nora", "Otto", "Pia", "Qi", "Rosa", "Sven"]),

  toy("Boris", {
    // copied the answer cell and worked in the copy
    edit: instead("toy-forward", (cell) => [
      { ...cell, source: "function toyForward() {\n  return 1; // first try\n}" },
      copied(cell, "5c4d1a7e-6f0b-4d8c-9a53-2f1e7b8c0d94"),
    ]),
  }),
  toy("Chen", { edit: instead("activation", () => []) }),
  {
    file: "dora-02-toy-networks.ipynb",
    lesson: "02-toy-networks",
    // an editor that keeps no metadata
    rewrite: (text) => {
      const notebook = JSON.parse(text);
      const cells = notebook.cells.map((cell: Cell) => ({ ...cell, metadata: {} }));
      return JSON.stringify({ ...notebook, cells, metadata: {} });
    },
  },
  toy("Emil", { answers: { "toy-backward": backward.replace("return {", "return { {") } }),
  toy("Fatma", {
    answers: {
      "toy-backward": backward.replace("return {", "const last = (c as any).gradients.length;\n  return {"),
      "chain-derivative": `${solution("02-toy-networks/chain-derivative")}\nthrow new Error("why does this not stop?");`,
    },
  }),
  toy("Gita", {
    answers: {
      "toy-backward": backward.replace("2 * (c.f[3] - c.y)", "slopeOfLoss(c.f[3], c.y)"),
      "toy-forward": forward.replace("(f[3] - y) ** 2", "squared(f[3] - y)"),
    },
    edit: (cells) => [
      ...cells.slice(0, 2),
      added(
        "a3d0b8f2-51c6-4c7e-8e0f-64b1d9c2a710",
        "const TWO = 2;\nfunction slopeOfLoss(a: number, b: number) {\n  return TWO * (a - b);\n}",
      ),
      ...cells.slice(2),
      added(
        "c81f4e6d-0b2a-4f95-b7d3-98e6a5c4f321",
        "const squared = (r: number) => r ** TWO;\nconsole.log(squared(3));",
      ),
    ],
  }),
  toy("Hugo", { editAfter: answersFirst }),
  toy("Ines", {
    answers: { "toy-forward": forward.replace("k < 4; k++", "k < 4; k") },
    skips: "toy-forward",
  }),
  toy("Jonas", {
    answers: {
      activation: solution("02-toy-networks/activation").replace(
        /(function activation[^\n]*\n)/,
        "$1  const workspace = new Array(25_000_000).fill(0.5); // 200 MB\n  if (workspace[0] > 1) alpha = 0;\n",
      ),
    },
  }),
  { file: "my homework FINAL (2).ipynb", lesson: "02-toy-networks", answers: { derivations: "" } },
  toy("Nils", { rewrite: (text) => text.replaceAll("\\n", "\\r\\n").replaceAll("\n", "\r\n") }),
  toy("Olga", {
    edit: (cells) =>
      instead(
        "derivations",
        asMarkdown,
      )(
        instead("toy-backward", (cell) => [
          { ...cell, id: "7b9e2c41-d3f5-4a68-8c07-e1a4b6d8f953", source: firstLines },
          { ...cell, source: lastLines },
        ])(
          instead("logistic-backward", (cell) => [
            added("e4a7c1d9-2b68-4f03-95de-7c8a0b1f6e24", `const note = "merged";\n\n${sourceOf(cell)}`),
          ])(cells),
        ),
      ),
  }),
  toy("Pavel", { answers: "none" }),
  toy("Tara", {
    answers: {
      "toy-backward": slip("02-toy-networks/toy-backward-differences"),
      "logistic-backward": slip("02-toy-networks/logistic-epsilon-in-the-logarithm"),
    },
  }),
  { file: "quinnrosa_LATE_4711_8052_02-toy-networks.ipynb", lesson: "02-toy-networks" },
  { file: "Sam O'Neil_1234_assignsubmission_file_/02-toy-networks.ipynb", lesson: "02-toy-networks" },
];
