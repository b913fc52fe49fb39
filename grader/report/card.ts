/** @file What a student reads about one exercise: derived from its result once, the same in every format. */
import type { Row } from "../judge/verdict.ts";
import type { ExerciseResult, PartResult, Status } from "../result.ts";
import { count, digits, errorBar, points, pointsOf, total } from "./numbers.ts";

const MOST_ROWS = 5;
/** Said once for every case: the judge's own sentence names one of them. */
const FOLLOWS = "right for what came before";

/** A line of the table: columns that no line fills are left out by every format. */
export interface CardRow {
  readonly where: string;
  readonly yours: string;
  /** "0.25 ± 2e-12" */
  readonly numerical: string;
  /** "(2, 3)", or "(3, 2), not (2, 3)" */
  readonly shape: string;
}
/** Named parts of the exercise: those that lost their points one by one, the others together. */
interface CardParts {
  readonly right: boolean;
  readonly names: readonly string[];
  /** "0 of 1.3", and why where that is not the card's own sentence. */
  readonly says: string;
}
export interface Card {
  readonly title: string;
  readonly status: Status;
  /** "Not yet: 2 of 3 parts right (1.3 of 2 points)." */
  readonly verdict: string;
  readonly sentence: string;
  readonly rows: readonly CardRow[];
  readonly parts: readonly CardParts[];
  /** About the hand-in: a copied cell, an answer turned into Markdown. */
  readonly notes: readonly string[];
}

/** By a symbol and a word, so that nothing rests on colour alone. */
export const MARKS: Readonly<Record<Status, { readonly symbol: string; readonly word: string }>> = {
  right: { symbol: "✓", word: "Right" },
  partly: { symbol: "◐", word: "Partly right" },
  wrong: { symbol: "✗", word: "Not yet" },
  todo: { symbol: "○", word: "To do" },
  missing: { symbol: "–", word: "Not found" },
  error: { symbol: "!", word: "Not run to its end" },
};

export function cardOf(result: ExerciseResult): Card {
  const judged = result.status === "partly" || result.status === "wrong";
  const lost = judged ? result.parts.filter((part) => !earns(part)) : [];
  const first = lost.filter((part) => part.happened === result.message);
  const rows = [...first, ...lost.filter((part) => !first.includes(part))].flatMap((part) => part.rows);
  return {
    title: result.title,
    status: result.status,
    verdict: verdict(result),
    sentence: result.message.replace(/^to do: /, ""), // the verdict has just said so
    rows: rows.slice(0, MOST_ROWS).map(line),
    // Where nothing was earned the sentence says it all.
    parts: result.status === "partly" ? partLines(result) : [],
    notes: result.warnings,
  };
}

/** Not by `is` alone: changed inputs void right parts too. */
const earns = (part: PartResult): boolean => part.points > 0;

function verdict(result: ExerciseResult): string {
  const { word } = MARKS[result.status];
  const score = pointsOf(result.points, result.maxPoints);
  const right = result.parts.filter(earns).length;
  const judged = result.status === "partly" || result.status === "wrong";
  return judged && result.parts.length > 1
    ? `${word}: ${right} of ${count(result.parts.length, "part")} right (${score}).`
    : `${word}: ${score}.`;
}

function partLines({ parts, message }: ExerciseResult): CardParts[] {
  const lost = parts.filter((part) => !earns(part)).map((part) => lostLine(part, message));
  const [follow, right] = [true, false].map((following) =>
    parts.filter((part) => earns(part) && (part.is === "follows") === following),
  ) as [PartResult[], PartResult[]];
  return [...lost, ...earnedLine(follow, `, ${FOLLOWS}`), ...earnedLine(right, "")];
}

function lostLine(part: PartResult, sentence: string): CardParts {
  const why = part.happened && !sentence.includes(part.happened) ? `: ${part.happened}` : "";
  const says = `${points(part.points)} of ${points(part.maxPoints)}${why}`;
  return { right: false, names: [part.name], says };
}

const earnedLine = (parts: readonly PartResult[], note: string): CardParts[] =>
  parts.length
    ? [
        {
          right: true,
          names: parts.map((part) => part.name),
          says: `${points(total(parts.map((part) => part.points)))} of ${points(total(parts.map((part) => part.maxPoints)))}${note}`,
        },
      ]
    : [];

function line(row: Row): CardRow {
  const bar = row.error === undefined ? "" : ` ± ${errorBar(row.error)}`;
  const numerical = row.checked === undefined ? "" : `${digits(row.checked, row.yours)}${bar}`;
  const { shape = "", wantedShape = shape } = row;
  return {
    where: row.where,
    yours: row.yours,
    numerical,
    shape: shape === wantedShape ? shape : `${shape}, not ${wantedShape}`,
  };
}
