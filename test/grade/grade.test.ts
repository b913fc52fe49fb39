/** @file Grading a folder: what is kept, what is graded again, and that nobody harms anybody. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { InfrastructureError, type Runner } from "../../grader/runner.ts";
import { addSolved, classOf, graded, solution, temporary, written } from "./class.ts";

const sign = solution("toy-backward").replace("2 * (c.f[3] - c.y)", "-2 * (c.f[3] - c.y)");
const endless = "export function toyForward(): never {\n  for (;;);\n}\n";

describe("grade(target, { out })", () => {
  it("gives a right answer everything, and the others what they earn: none disturbs another", async () => {
    const folder = classOf({
      Bob: { "toy-backward.ts": sign, "toy-forward.ts": endless },
      Cleo: { "toy-forward.ts": "export const toyForward = [;", "notes.ts": "" },
      Dan: { "02-toy-networks.ipynb": "{" },
    });
    addSolved(folder, "Ada");
    const { results } = await graded(folder);
    const of = (file: string) => results.get(file);
    for (const name of ["activation", "toy-forward", "toy-backward"])
      expect(of(`Ada/${name}.ts`)?.exercises[0]).toMatchObject({ status: "right" });
    expect(of("Bob/toy-backward.ts")).toMatchObject({ points: 2.4, maxPoints: 3 });
    expect(of("Bob/toy-backward.ts")?.exercises[0]).toMatchObject({ status: "partly", mistake: "sign" });
    expect(of("Bob/toy-forward.ts")?.points).toBe(0);
    expect(of("Cleo/toy-forward.ts")?.exercises[0]).toMatchObject({ status: "error" });
    expect(of("Cleo/notes.ts")?.problem).toBe("the file is empty");
    expect(of("Dan/02-toy-networks.ipynb")).toMatchObject({
      points: 0,
      problem: expect.stringMatching(/not JSON/),
    });
    expect(of("Dan/02-toy-networks.ipynb")?.exercises.map((e) => e.status)).toEqual(Array(6).fill("missing"));
  }, 60_000);

  it("takes from an earlier run what has not changed, and grades again what has", async () => {
    const folder = classOf({
      Bob: { "toy-backward.ts": sign },
      Cleo: { "toy-forward.ts": solution("toy-forward") },
    });
    const { out } = await graded(folder);
    const times = () => written(out).map((file) => statSync(path.join(out, "results", file)).mtimeMs);
    const [bob, cleo] = times();
    writeFileSync(path.join(folder, "Bob/toy-backward.ts"), solution("toy-backward"));
    const { results } = await graded(folder, out);
    expect(results.get("Bob/toy-backward.ts")?.points).toBe(3);
    expect(results.get("Cleo/toy-forward.ts")?.points).toBe(1);
    const [bobNow, cleoNow] = times();
    expect(bobNow).not.toBe(bob);
    expect(cleoNow).toBe(cleo);
  }, 60_000);

  it("grades again when a spec has changed, or when a result is damaged", async () => {
    const folder = classOf({
      Bob: { "toy-backward.ts": sign },
      Cleo: { "toy-forward.ts": solution("toy-forward") },
    });
    const { out } = await graded(folder);
    const [bob, cleo] = written(out).map((file) => path.join(out, "results", file)) as [string, string];
    const before = readFileSync(bob, "utf8");
    writeFileSync(
      bob,
      before.replace(/"specHash": "\w+"/, '"specHash": "0"').replace('"points": 2.4', '"points": 99'),
    );
    writeFileSync(cleo, "{");
    const { results } = await graded(folder, out);
    expect(results.get("Bob/toy-backward.ts")?.points).toBe(2.4);
    expect(readFileSync(bob, "utf8")).toBe(before);
    expect(results.get("Cleo/toy-forward.ts")?.points).toBe(1);
  }, 60_000);

  it("keeps what an instructor set by hand, however often it grades", async () => {
    const folder = classOf({ Bob: { "toy-backward.ts": sign } });
    const { out } = await graded(folder);
    const byHand = `{ "Bob": { "02-toy-networks/toy-backward": { "points": 3, "comment": "we spoke" } } }`;
    writeFileSync(path.join(out, "overrides.json"), byHand);
    for (const text of [sign, `${sign}\n// changed`]) {
      writeFileSync(path.join(folder, "Bob/toy-backward.ts"), text);
      const { results } = await graded(folder, out);
      expect(results.get("Bob/toy-backward.ts")).toMatchObject({ points: 3 });
    }
    expect(readFileSync(path.join(out, "overrides.json"), "utf8")).toBe(byHand);
    expect(readFileSync(path.join(out, "grades.csv"), "utf8")).toContain("Bob,Bob/toy-backward.ts,3,3,3");
    const [page] = readdirSync(path.join(out, "students"));
    const html = readFileSync(path.join(out, "students", page as string), "utf8");
    expect(html).toContain("points set by hand; 2.4 before");
    expect(html).toContain("your instructor says: we spoke");
  }, 60_000);

  it.each([
    ["{", "is not JSON"],
    ["[]", "an object by student is expected"],
    [`{ "Bob": { "x": { "points": "3" } } }`, '"Bob", "x": points must be a number'],
    [`{ "Bob": { "x": { "pionts": 3 } } }`, '"Bob", "x": "pionts" is neither points nor comment'],
  ])("does not skip overrides that it cannot understand: %s", async (text, sentence) => {
    const out = temporary();
    writeFileSync(path.join(out, "overrides.json"), text);
    const folder = classOf({ Bob: { "toy-backward.ts": sign } });
    await expect(graded(folder, out)).rejects.toThrow(sentence);
  });

  it("meets everybody with one of few variants of the inputs, the same one every time", async () => {
    const folder = classOf({ Bob: { "toy-backward.ts": sign } });
    const { results, out } = await graded(folder);
    const again = await graded(folder, out);
    rmSync(path.join(out, "results"), { recursive: true });
    const afresh = await graded(folder, out);
    expect(again.results).toEqual(results);
    expect(afresh.results).toEqual(results);
    expect(statSync(path.join(out, ".secret")).mode & 0o077).toBe(0);
  }, 60_000);

  it("gives nobody a verdict when the runner fails, and keeps what was graded before", async () => {
    const folder = classOf({ Bob: { "toy-backward.ts": sign } });
    const { out } = await graded(folder);
    const before = readFileSync(path.join(out, "grades.csv"), "utf8");
    writeFileSync(path.join(folder, "Bob/toy-backward.ts"), solution("toy-backward"));
    const failing: Runner = {
      level: 1,
      run: () => Promise.reject(new InfrastructureError("no cell")),
      close: async () => {},
    };
    await expect(graded(folder, out, { open: async () => failing })).rejects.toThrow("no cell");
    expect(readFileSync(path.join(out, "grades.csv"), "utf8")).toBe(before);
    expect(written(out)).toHaveLength(1);
  }, 60_000);

  it("writes a page a student and one for the class, with the level in it", async () => {
    const folder = classOf({ "Zoë <b>": { "toy-backward.ts": sign } });
    const { out, results } = await graded(folder);
    const page = readFileSync(path.join(out, "class.html"), "utf8");
    expect(page).toContain("Zoë &lt;b&gt;");
    expect(page).toContain(`level ${results.get("Zoë <b>/toy-backward.ts")?.level}`);
    const link = /href="(students\/[^"]+)"/.exec(page)?.[1] ?? "";
    expect(existsSync(path.join(out, decodeURI(link)))).toBe(true);
  }, 60_000);
});
