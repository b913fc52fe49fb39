/** @file `npm run try -- SLUG FILE`: the card that a student with this answer would see, through the real cell. */
import { existsSync } from "node:fs";
import { find } from "../grader/catalogue.ts";
import { openPool } from "../grader/cell/pool.ts";
import { cardOf } from "../grader/report/card.ts";
import { cardText } from "../grader/report/card-text.ts";
import { levelText } from "../grader/report/page.ts";
import { judgeOf } from "./own-judge.ts";

async function tryOut(slug: string, file: string): Promise<void> {
  const entry = find(slug);
  const pool = await openPool({ cells: 1 });
  const { result, printed } = await judgeOf(entry, pool)(file).finally(() => pool.close());
  console.log(cardText(cardOf(result)));
  if (printed) console.log(`\nIt printed:\n${printed}`);
  console.log(`\n${levelText(pool.level)}`);
}

const [slug, file] = process.argv.slice(2);
if (!slug || !file) {
  console.error("npm run try -- SLUG FILE, for example: 02-toy-networks/toy-backward answer.ts");
  process.exitCode = 1;
} else if (!existsSync(file)) {
  console.error(`there is no file ${file}`);
  process.exitCode = 1;
} else {
  await tryOut(slug, file).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
