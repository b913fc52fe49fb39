/** @file One module out of statements from several sources: every name once, exports put back, lines traced. */
import { exportModifiers } from "./bindings.ts";
import { Names } from "./names.ts";
import { reach } from "./reach.ts";
import type { Resolve, Target } from "./resolve.ts";
import type { Source } from "./source.ts";
import type { Origin } from "./submission.ts";
import type { Statement } from "./unit.ts";
import { withoutNamespace } from "./without-namespace.ts";

export interface Module {
  readonly source: string;
  readonly origins: readonly (Origin | undefined)[];
  /** The student's sources that are in it. */
  readonly uses: readonly Source[];
  readonly unknown: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

/** @param exported what the module exports, by name; names of `main` stay as they are */
export function link(exported: ReadonlyMap<string, Target>, main: Source, resolve: Resolve): Module {
  const { statements, unknown, absent } = reach([...exported.values()], resolve);
  const names = new Names(main);
  const lines: string[] = [];
  const origins: (Origin | undefined)[] = [];
  for (const [source, taken] of statements)
    for (const statement of inText(taken)) {
      const first = lineOf(source, statement);
      const text = withoutNamespace(statement.node, rewritten(source, statement, resolve, names)).split("\n");
      lines.push(...text);
      origins.push(...text.map((_, i) => source.origins[first + i]));
    }
  const imports = names.imports();
  const specifiers = [...exported].map(([name, target]) => as(names.of(target) ?? name, name));
  return {
    source: `${[...imports, ...lines, `export { ${specifiers.join(", ")} };`].join("\n")}\n`,
    origins: [...imports.map(() => undefined), ...origins, undefined],
    uses: [...statements.keys()],
    unknown,
    absent,
  };
}

const inText = (statements: ReadonlySet<Statement>) =>
  [...statements].sort((a, b) => a.node.getStart() - b.node.getStart());
const lineOf = (source: Source, { node }: Statement) =>
  source.unit.text.slice(0, node.getStart()).split("\n").length - 1;
const as = (name: string, wanted: string) => (name === wanted ? name : `${name} as ${wanted}`);

/** The statement's text with the module's names in it and without the word `export`. */
function rewritten(source: Source, statement: Statement, resolve: Resolve, names: Names): string {
  const { node } = statement;
  const edits = [
    ...exportModifiers(node).map((word) => ({ from: word.getStart(), to: word.end, by: "" })),
    ...[...statement.declares, ...source.unit.uses(statement)].flatMap((mention) => {
      const target = resolve(mention.name, source);
      const final = target && names.of(target);
      if (final === undefined || final === mention.name) return [];
      const by = mention.shorthand ? `${mention.name}: ${final}` : final;
      return [{ from: mention.node.getStart(), to: mention.node.end, by }];
    }),
  ];
  const begin = node.getStart();
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, by }) => text.slice(0, from - begin) + by + text.slice(to - begin),
      node.getText(),
    );
}
