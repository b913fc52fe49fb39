/** How the inputs of a check are chosen, on an exercise small enough to think through: y = exp(x)·max(x, 0). */
import { expect, it } from "vitest";
import { type AnyExercise, exercise } from "../../grader/exercise.ts";
import { choose } from "../../tools/points/choose.ts";
import { hasMistakes, survivors } from "../../tools/points/points.ts";

const spec: AnyExercise = exercise<{ slope(x: number): number }>()({
  title: "",
  points: 1,
  source: "",
  exports: ["slope"],
  input: (d) => ({ x: d.real(-3, 1) }),
  model: (p, { of }) => {
    const x = of(p.x);
    const [growth, positive] = [x.exp(), x.relu()];
    return { x, growth, positive, loss: growth.mul(positive) };
  },
  call: (s, { x }) => ({ slope: s.slope(x) }),
  parts: ({ gradient }) => ({ slope: gradient("x") }),
  hints: ["", "", ""],
});

it("lets no mistake pass, with few points", () => {
  const { seeds, surviving, ...rest } = choose(spec);
  expect(surviving).toEqual([]);
  expect(survivors(spec, { seeds, ...rest })).toEqual([]);
  expect(seeds.length).toBeLessThanOrEqual(6);
});
it("needs each of these points", () => {
  const { seeds, ...rest } = choose(spec);
  for (const left of seeds)
    expect(survivors(spec, { seeds: seeds.filter((seed) => seed !== left), ...rest })).not.toEqual([]);
});
it("lists what is the same function, with the reason", () => {
  const { equivalent } = choose(spec);
  const [name] = Object.keys(equivalent).filter((key) => key.includes("exp itself stands"));
  expect(equivalent[name!]).toMatchInlineSnapshot(
    `"wrong-act-deriv at growth: no number that is asked for changes"`,
  );
});
it("finds nothing to do where no derivative is asked for", () => {
  expect(
    hasMistakes({ id: "slope", spec: { ...spec, parts: ({ value }) => ({ slope: value("loss") }) } }),
  ).toBe(false);
});
