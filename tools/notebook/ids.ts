/** @file Cell ids that stay the same when another part of the lesson changes: from the heading above, counted. */

const LONGEST = 48; // nbformat allows 64; the rest is for counters and prefixes

/** "## 2. The chain rule, twice" → "2-the-chain-rule-twice"; "" if nothing readable is left. */
export const slugOf = (heading: string): string =>
  heading
    .normalize("NFD")
    .replace(/[̀-ͯ]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");

/** Hands out an id once; asked for the same one again, it counts: "x", "x-2", "x-3". */
export function idMaker(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let n = 2; given.has(id); n++) id = `${wanted}-${n}`;
    given.add(id);
    return id;
  };
}
