/** @file `npm run try -- SLUG FILE`: the card that a student with this answer would see, through the real cell. */
import { existsSync } from "node:fs";
import { find } from "../grader/catalogue.ts";
import { openPool } from "../grader/cell/pool.ts";
import { jobOf, located } from "../grader/job.ts";
import { judge } from "../grader/judge/judge.ts";
import { prepare } from "../grader/judge/variant.ts";
import { answerIn } from "../grader/own-answer.ts";
import { cardOf } from "../grader/report/card.ts";
import { cardText } from "../grader/report/card-text.ts";
import { cleanAll } from "../grader/report/clean.ts";
import { levelText } from "../grader/report/page.ts";
import { replyTo } from "../grader/runner.ts";
import { notRun } from "../grader/score.ts";
import { PUBLIC_SEEDS } from "../grader/seeds.ts";

async function tryOut(slug: string, file: string): Promise<void> {
  const entry = find(slug);
  const variant = prepare(entry.spec, PUBLIC_SEEDS);
  const answer = answerIn(file, slug);
  if (!("source" in answer)) {
    console.log(cardText(cardOf(notRun(entry, answer))));
    return;
  }
  const pool = await openPool({ cells: 1 });
  const job = jobOf(entry, variant, answer.source, "try");
  const reply = await replyTo(pool, job).finally(() => pool.close());
  console.log(cardText(cardOf(cleanAll(judge(entry, variant, located(reply, answer.origins))))));
  if ("outcomes" in reply && reply.printed) console.log(`\nIt printed:\n${reply.printed.trimEnd()}`);
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
