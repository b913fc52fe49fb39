/** @file `npm run coverage`: writes docs/coverage.md, and says what of the lectures has no home in the course. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readCourse } from "./inventory/course.ts";
import { holesOf } from "./inventory/holes.ts";
import { readInventory } from "./inventory/inventory.ts";
import { coveragePage } from "./inventory/page.ts";
import { root } from "./notebook/lesson.ts";

const [inventory, course] = [readInventory(), readCourse()];
writeFileSync(path.join(root, "docs/coverage.md"), `${coveragePage(inventory, course)}\n`);
console.log("docs/coverage.md written");
for (const hole of holesOf(inventory, course)) {
  console.error(hole);
  process.exitCode = 1;
}
