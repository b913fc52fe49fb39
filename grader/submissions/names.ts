/** @file Names of a linked module: two cells may each have a `sigmoid` of their own, one module may not. */
import type { Imported } from "./bindings.ts";
import type { Target } from "./resolve.ts";
import type { Source } from "./source.ts";

export class Names {
  /** Final names by source or imported module, then by the name there. */
  readonly #given = new Map<Source | string, Map<string, string>>();
  readonly #taken = new Set<string>();
  readonly #imports = new Map<string, Imported>();

  /** @param main its names stay as they are */
  constructor(main: Source) {
    for (const name of main.unit.declared.keys()) this.of({ source: main, name });
  }

  /** The target's name in the module: its own if that is free, else a new one. */
  of(target: Target): string | undefined {
    if ("absent" in target) return undefined;
    if ("source" in target) return this.#name(target.source, target.name, target.name);
    const { imported } = target;
    const local = this.#name(imported.module, imported.name, imported.local);
    if (!imported.typeOnly || !this.#imports.has(local)) this.#imports.set(local, imported);
    return local;
  }

  /** One line for each import that a name was asked for. */
  imports(): readonly string[] {
    return [...this.#imports].map(([local, { module, name, typeOnly }]) => {
      const from = `from ${JSON.stringify(module)};`;
      if (name === "default") return `import ${local} ${from}`;
      if (name === "*") return `import * as ${local} ${from}`;
      return `import { ${typeOnly ? "type " : ""}${name === local ? name : `${name} as ${local}`} } ${from}`;
    });
  }

  #name(owner: Source | string, name: string, wanted: string): string {
    const given = this.#given.get(owner) ?? new Map<string, string>();
    this.#given.set(owner, given);
    let final = given.get(name) ?? wanted;
    for (let n = 2; !given.has(name) && this.#taken.has(final); n++) final = `${wanted}$${n}`;
    given.set(name, final);
    this.#taken.add(final);
    return final;
  }
}
