import { describe, expect, it } from "vitest";
import { build, isFresh } from "../../tools/notebook/build.ts";
import { lessonSlugs } from "../../tools/notebook/lesson.ts";

describe("the committed notebooks", () => {
  it.each(lessonSlugs())(
    "%s.ipynb is what `npm run lessons` builds from its Markdown and starters",
    async (slug) => {
      const built = await build(slug);
      expect(built).not.toHaveProperty("problems");
      expect("text" in built && isFresh(slug, built.text)).toBe(true);
    },
  );
});
