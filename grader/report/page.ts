/** @file The frame of every HTML report: one file, no script, nothing fetched; light, dark and on paper. */
import { escapeHtml } from "./clean.ts";

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --dim: #59636e; --back: #fff }
@media (prefers-color-scheme: dark) { :root { --dim: #9aa4af; --back: #121212 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1.25rem; background: var(--back) }
h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem }
p { margin: .3rem 0 } .dim { color: var(--dim) } a { color: inherit }
.scroll { overflow-x: auto } table.grid { border-collapse: collapse; font-variant-numeric: tabular-nums }
.grid th, .grid td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap }
.grid th:first-child, .grid td:first-child { text-align: left; position: sticky; left: 0; background: var(--back) }
.grid td.text { text-align: left; white-space: normal }
.bar { display: flex; height: 1.1rem; width: 18rem; border-radius: 3px; overflow: hidden; background: var(--soft) }
.bar span { color: #fff; font-size: .75rem; line-height: 1.1rem; text-align: center; overflow: hidden }
.right { background: #1a7f37 } .partly { background: #8a6100 } .wrong { background: #b3261e } .none { background: #4f5b66 }
.is-right { background: #1a7f3726 } .is-partly { background: #c9930026 } .is-wrong, .is-error { background: #b3261e26 }
.key span { display: inline-block; padding: 0 .6rem; margin-right: .4rem; border-radius: 3px; color: #fff; font-size: .85rem }
summary { cursor: pointer; margin: .4rem 0 } article { margin: 1rem 0 } footer { margin: 3rem 0 1rem; font-size: .85rem }
@media print { body { margin: 0; max-width: none } article { break-inside: avoid } }
`;

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** How well the student's code was shut in, as every report says it. */
export const levelText = (level: 1 | 2): string =>
  level === 2
    ? "Answers ran at level 2: QuickJS in a child process inside bubblewrap."
    : "Answers ran at level 1: QuickJS in a child process.";
