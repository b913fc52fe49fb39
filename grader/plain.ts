/** @file What may cross between grader and student: text, numbers, and nests of them. */

export type Plain = number | string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What the cell writes in place of a value that is not plain: `{ $: "NaN" }`, `{ $: "a promise" }`, … */
export interface Tag {
  readonly $: string;
}

export const isTag = (value: unknown): value is Tag =>
  typeof value === "object" && value !== null && typeof (value as Partial<Tag>).$ === "string";
