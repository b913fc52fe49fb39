/** @file Every exercise of the course, by its slug "NN-lesson/name". */
import type { AnyExercise } from "./exercise.ts";
import { specs } from "./specs/index.ts";

export interface Entry {
  readonly id: string;
  /** "02-toy-networks" */
  readonly lesson: string;
  readonly spec: AnyExercise;
}

const number = (title: string) => title.split(/[. ]/, 2).map(Number);

/** In the order of the course: by the numbers that their titles begin with. */
export const catalogue: readonly Entry[] = Object.entries(specs)
  .map(([id, spec]) => ({ id, lesson: id.slice(0, id.indexOf("/")), spec }))
  .sort((a, b) => {
    const [[lessonA = 0, placeA = 0], [lessonB = 0, placeB = 0]] = [
      number(a.spec.title),
      number(b.spec.title),
    ];
    return lessonA - lessonB || placeA - placeB;
  });

/** @throws {Error} naming the nearest ids, if the course has no such exercise */
export function find(id: string): Entry {
  const entry = catalogue.find((e) => e.id === id);
  if (!entry) {
    const inLesson = catalogue.filter((e) => e.lesson.slice(0, 2) === id.slice(0, 2)).map((e) => e.id);
    const known = inLesson.length ? inLesson : catalogue.map((e) => e.id);
    throw new Error(`there is no exercise "${id}"; did you mean one of ${known.join(", ")}?`);
  }
  return entry;
}
