import { afterAll, describe, expect, it } from "vitest";
import { openExtractor } from "../../grader/submissions/extractor.ts";
import { writeNotebook } from "../../grader/submissions/nbformat.ts";
import { handIn, notebook } from "./fixture.ts";

describe("extraction in a process of its own", { timeout: 60_000 }, () => {
  const extractor = openExtractor(1000);
  afterAll(() => extractor.close());
  const answer = "export function activation(name: string) {\n  return name;\n}\n";
  const script = (text: string) => handIn(text, { kind: "script", file: "ada.ts" });

  it("gives up on a text that the parser cannot finish, and goes on with the next submission", async () => {
    const endless = "async(".repeat(60);
    const [stopped, fine] = await Promise.all([
      extractor.extract(script(endless)),
      extractor.extract(script(answer)),
    ]);
    expect(stopped).toEqual({ problem: "reading the code in this file takes longer than 1 s" });
    expect(fine).toMatchObject({ answers: [{ exercise: "02-toy-networks/activation" }] });
  });

  it("says so when the file is of no lesson of the course", async () => {
    expect(await extractor.extract(handIn(writeNotebook(notebook())))).toMatchObject({
      problem: expect.any(String),
    });
  });
});
