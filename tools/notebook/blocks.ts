/** @file A lesson's Markdown, cut into the blocks that become its cells. */
import MarkdownIt from "markdown-it";

/**
 * prose: Markdown, up to the next heading or fence of ours; code: a locked cell; free: a cell the student may change;
 * exercise: `text` is a slug; the block becomes an answer cell and a check cell.
 */
export interface Block {
  readonly kind: "prose" | "code" | "free" | "exercise";
  readonly text: string;
  /** Of the block's first line of text, from 1. */
  readonly line: number;
}

const kinds: Readonly<Record<string, Block["kind"]>> = {
  ts: "code",
  "ts editable": "free",
  exercise: "exercise",
};
const ours = ["ts", "exercise"];
/** A heading of these levels begins a cell of its own. */
const headings = ["h1", "h2", "h3"];

/** @throws {Error} with a `line`, if a fence of ours is followed by a word that means nothing */
export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  let proseFrom = 0;
  const closeProse = (to: number) => {
    const text = lines.slice(proseFrom, to).join("\n");
    const blank = /^\s*\n/.exec(text)?.[0] ?? "";
    if (text.trim())
      blocks.push({ kind: "prose", text: text.trim(), line: proseFrom + blank.split("\n").length });
  };
  for (const { type, tag, info, level, map, content } of new MarkdownIt().parse(lines.join("\n"), {})) {
    if (level > 0 || !map) continue;
    const [from, to] = map;
    if (type === "heading_open" && headings.includes(tag)) {
      closeProse(from);
      proseFrom = from;
    } else if (type === "fence" && ours.includes(info.trim().split(/\s/, 1)[0] ?? "")) {
      const kind = kinds[info.trim()];
      if (!kind) throw new FenceError(info.trim(), from + 1);
      closeProse(from);
      proseFrom = to;
      blocks.push({ kind, text: content.trimEnd(), line: from + 2 });
    }
  }
  closeProse(lines.length);
  return blocks;
}

export class FenceError extends Error {
  readonly line: number;
  constructor(info: string, line: number) {
    super(`a fence may say "ts", "ts editable" or "exercise", not "${info}"`);
    this.line = line;
  }
}
