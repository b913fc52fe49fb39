/** No wrong answer that an automatic mistake explains may pass. `npm run points` chooses the inputs that see to it. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../grader/catalogue.ts";
import { hasMistakes, pointsFile, readPoints, survivors } from "../../tools/points/points.ts";
import { corpusExercises } from "../corpus-exercises/index.ts";

const exercises = [...catalogue, ...corpusExercises].filter(hasMistakes);

describe.each(exercises.map(({ id, spec }) => ({ id, spec })))("$id", ({ id, spec }) => {
  it("has guided points, and uses them: else run npm run points with its slug", () => {
    expect(existsSync(pointsFile(id))).toBe(true);
    expect(spec.guided ?? []).toEqual(readPoints(pointsFile(id))!.seeds);
  });
  it("lets no automatic mistake pass", () => {
    expect(survivors(spec, readPoints(pointsFile(id)) ?? { seeds: [], equivalent: {}, once: [] })).toEqual(
      [],
    );
  });
});
