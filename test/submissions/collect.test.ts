import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collect } from "../../grader/submissions/collect.ts";
import { readSubmission } from "../../grader/submissions/read.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gradbook collect "));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Files of one letter, or with the text that is given. */
function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}
const empty = (...names: string[]) => put(Object.fromEntries(names.map((name) => [name, "x"])));
/** Whose files are found: "student: file". */
const found = (target = ".") =>
  collect(path.join(folder, target)).map((one) => {
    const { student, file } = readSubmission(one);
    return `${student}: ${file}`;
  });

describe("collect(path) finds", () => {
  it("one file", () => {
    empty("ada.ipynb");
    expect(found("ada.ipynb")).toEqual(["ada: ada.ipynb"]);
  });

  it("a folder of files, with the student's name where the file's name has it", () => {
    empty(
      "02-toy-networks - Ada Lovelace.ipynb",
      "02-toy-networks_grace.ipynb",
      "Zoë-01-slopes (1).ipynb",
      "alan.ts",
      "types.d.ts",
      "notes.pdf",
      "nadia.ipynb.txt",
    );
    expect(found()).toEqual([
      "Ada Lovelace: 02-toy-networks - Ada Lovelace.ipynb",
      "grace: 02-toy-networks_grace.ipynb",
      "alan: alan.ts",
      "nadia: nadia.ipynb.txt",
      "Zoë: Zoë-01-slopes (1).ipynb",
    ]);
  });

  it("the name in the notebook where the file's name has none", () => {
    put({
      "homework.ipynb": '{"cells": [{"source": "x"}], "metadata": {"gradbook": {"student": "Ada Lovelace"}}}',
    });
    expect(found()).toEqual(["Ada Lovelace: homework.ipynb"]);
  });

  it("Canvas's downloads", () => {
    empty("lovelaceada_12345_678_02-toy-networks.ipynb", "hoppergrace_LATE_777_679_my work-1.ipynb");
    expect(found()).toEqual([
      "hoppergrace: hoppergrace_LATE_777_679_my work-1.ipynb",
      "lovelaceada: lovelaceada_12345_678_02-toy-networks.ipynb",
    ]);
  });

  it("Moodle's downloads: folders, files, namesakes, blind marking", () => {
    empty(
      "Ada Lovelace_1_assignsubmission_file_/x.ipynb",
      "Jo Li_2_assignsubmission_file_/x.ipynb",
      "Jo Li_3_assignsubmission_file_x.ipynb",
      "Participant_4_assignsubmission_file_/x.ipynb",
    );
    expect(found()).toEqual([
      "Ada Lovelace: Ada Lovelace_1_assignsubmission_file_/x.ipynb",
      "Jo Li (2): Jo Li_2_assignsubmission_file_/x.ipynb",
      "Jo Li (3): Jo Li_3_assignsubmission_file_x.ipynb",
      "Participant 4: Participant_4_assignsubmission_file_/x.ipynb",
    ]);
  });

  it("nbgrader's course, of which only `submitted` is the students'", () => {
    empty("source/ps1/x.ipynb", "submitted/ada/ps1/x.ipynb", "submitted/ada/ps1/.ipynb_checkpoints/x.ipynb");
    const expected = ["ada: submitted/ada/ps1/x.ipynb"];
    expect(found()).toEqual(expected);
    expect(found("submitted")).toEqual(["ada: ada/ps1/x.ipynb"]);
  });

  it("GitHub Classroom's repositories, also where they are clones of the whole course", () => {
    empty(
      "ps1-submissions/ps1-ada/x.ipynb",
      "ps1-submissions/ps1-ada/node_modules/y.ts",
      "ps1-submissions/ps1-ada/.git/z.ts",
    );
    const inWork = ["ps1-submissions", "ps1-bob", "work", "b.ipynb"].join("/");
    empty("ps1-submissions/ps1-bob/solutions/s.ts", inWork, "ps1-submissions/ps1-bob/notebooks/n.ipynb");
    put({ "ps1-submissions/ps1-bob/package.json": '{ "name": "gradbook" }' });
    expect(found()).toEqual([
      "ada: ps1-submissions/ps1-ada/x.ipynb",
      "bob: ps1-submissions/ps1-bob/notebooks/n.ipynb",
      `bob: ${inWork}`,
    ]);
    expect(found("ps1-submissions")).toHaveLength(3);
  });

  it("all files of one student", () => {
    empty("ada/01-slopes/x.ipynb", "ada/2.ipynb", "ada/10.ipynb");
    expect(found()).toEqual(["ada: ada/01-slopes/x.ipynb", "ada: ada/2.ipynb", "ada: ada/10.ipynb"]);
  });

  it("one student's own folder, by scripts that are named after exercises", () => {
    empty("ada/toy-forward.ts", "ada/helper.ts");
    expect(found("ada")).toEqual(["ada: helper.ts", "ada: toy-forward.ts"]);
  });

  it("nothing, and says so", () => {
    expect(() => found("nowhere")).toThrow("there is no file or folder");
    expect(() => found()).toThrow("there is no notebook (.ipynb) and no .ts file in");
  });
});

describe("readSubmission(found)", () => {
  const problems = () =>
    collect(folder).map((one) => {
      const submission = readSubmission(one);
      return "problem" in submission ? `${submission.student}: ${submission.problem}` : submission.text;
    });

  it("reads UTF-8 and takes a byte-order mark away", () => {
    put({ "a.ipynb": "\uFEFF{}", "b.ipynb": "größe ∂ 🙂" });
    expect(problems()).toEqual(["{}", "größe ∂ 🙂"]);
  });

  it("says what is wrong with a file, and goes on", () => {
    put({
      "a-empty.ipynb": " \n",
      "b-utf16.ipynb": Buffer.from("{}", "utf16le").fill(0xff, 0, 1),
      "c-script.ts": "x".repeat(65_537),
    });
    put({ "d-huge.ipynb": "", "secret.txt": "password", "z.ipynb": "fine" });
    truncateSync(path.join(folder, "d-huge.ipynb"), 10 * 2 ** 20 + 1);
    symlinkSync("secret.txt", path.join(folder, "e-link.ipynb"));
    execFileSync("mkfifo", [path.join(folder, "f-pipe.ipynb")]);
    symlinkSync("/dev/zero", path.join(folder, "g-device.ts"));
    expect(problems()).toMatchInlineSnapshot(`
      [
        "a-empty: the file is empty",
        "b-utf16: the file is not UTF-8 text",
        "c-script: the file is larger than 64 KiB",
        "d-huge: the file is larger than 10 MiB",
        "e-link: this is not a regular file but a link, a folder or a device",
        "f-pipe: this is not a regular file but a link, a folder or a device",
        "g-device: this is not a regular file but a link, a folder or a device",
        "fine",
      ]
    `);
  });

  it("says that a student's folder holds nothing to grade", () => {
    empty("ada/notes.txt", "bob/x.ipynb");
    mkdirSync(path.join(folder, "cleo"));
    symlinkSync("bob", path.join(folder, "dora"));
    expect(problems()).toMatchInlineSnapshot(`
      [
        "ada: there is no notebook (.ipynb) and no .ts file in this folder",
        "x",
        "cleo: there is no notebook (.ipynb) and no .ts file in this folder",
        "dora: this is a link; links are not followed",
      ]
    `);
  });

  it("hands a script the files beside it that it imports, if the folder is the student's own", () => {
    const files = {
      "ada.ts": 'import { a } from "./a.ts";',
      "a.ts": 'import { b } from "./b";',
      "b.ts": "export const b = 1;",
      "c.ts": "",
    };
    put(files);
    put(Object.fromEntries(Object.entries(files).map(([name, text]) => [`ada/${name}`, text])));
    const siblings = Object.fromEntries(
      collect(folder).map((one) => {
        const submission = readSubmission(one);
        return [submission.file, "text" in submission && Object.keys(submission.siblings ?? {})];
      }),
    );
    expect(siblings["ada/ada.ts"]).toEqual(["./a.ts", "./b.ts"]);
    expect(siblings["ada.ts"]).toEqual([]);
  });
});
