/** @file Words into markup. */

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

export const escaped = (text: string): string => text.replace(/[&"<>]/g, (c) => escapes[c] ?? c);
