/** @file Points over all lessons as a picture: a row a lesson, a tile an exercise. */
import { catalogue } from "../catalogue.ts";
import type { Done } from "../store.ts";
import { MARKS } from "./card.ts";
import { escapeHtml } from "./clean.ts";
import { pointsOf, total } from "./numbers.ts";

const TILE = 46;
const ROW = 62;
const LEFT = 190;
const FILL = {
  right: "#1a7f37",
  partly: "#e0b94f",
  wrong: "#f2b8b5",
  todo: "#e8eaed",
  missing: "#e8eaed",
  error: "#d9c2e8",
};

/** "02-toy-networks" → "02 toy networks" */
const nameOf = (lesson: string): string => lesson.replaceAll("-", " ");

interface Tile {
  readonly number: string;
  readonly maxPoints: number;
  readonly done: Done;
}

/** White behind it and text in it: readable in a dark theme, by a screen reader, and outside a notebook. */
export function progressPicture(exercises: Readonly<Record<string, Done>>): { image: string; text: string } {
  const lessons = new Map<string, Tile[]>();
  for (const { id, lesson, spec } of catalogue) {
    const done = exercises[id] ?? { points: 0, maxPoints: spec.points, status: "todo" };
    const tile = { number: spec.title.split(" ", 1)[0] ?? "", maxPoints: spec.points, done };
    lessons.set(lesson, [...(lessons.get(lesson) ?? []), tile]);
  }
  const rows = [...lessons].map(([lesson, tiles]) => ({
    name: nameOf(lesson),
    tiles,
    score: pointsOf(total(tiles.map(({ done }) => done.points)), total(tiles.map((tile) => tile.maxPoints))),
  }));
  const text = rows.map(({ name, score }) => `${name}: ${score}`).join("; ");
  const width = LEFT + TILE * Math.max(...rows.map(({ tiles }) => tiles.length)) + 12;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${ROW * rows.length + 8}" font-family="sans-serif" font-size="14">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    ...rows.map(({ name, tiles, score }, r) => {
      const top = r * ROW + 8;
      return [
        `<text x="10" y="${top + 20}" fill="#222" font-weight="bold">${escapeHtml(name)}</text>`,
        `<text x="10" y="${top + 39}" fill="#444">${score}</text>`,
        ...tiles.map((tile, c) => tileSvg(tile, LEFT + c * TILE, top)),
      ].join("");
    }),
    "</svg>",
  ].join("");
  const data = Buffer.from(svg).toString("base64");
  return {
    image: `<img src="data:image/svg+xml;base64,${data}" alt="${escapeHtml(`Progress: ${text}`)}">`,
    text,
  };
}

function tileSvg({ number, done }: Tile, x: number, y: number): string {
  const ink = done.status === "right" ? "white" : "#222";
  const at = `x="${x + (TILE - 6) / 2}" text-anchor="middle" fill="${ink}"`;
  return [
    `<rect x="${x}" y="${y}" width="${TILE - 6}" height="${ROW - 16}" rx="5" fill="${FILL[done.status]}"/>`,
    `<text ${at} y="${y + 20}">${escapeHtml(number)}</text>`,
    `<text ${at} y="${y + 38}">${MARKS[done.status].symbol}</text>`,
  ].join("");
}
