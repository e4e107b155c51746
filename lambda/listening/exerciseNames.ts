// Finds the exercise that a question names, or describes in the words of a name.

import type { Askable } from './askable';
import type { Reading } from './terms';

/** The exercise that a text names or describes, and the terms of that name; undefined when there is none. */
export type ExerciseFinder = (text: string) => { id: string; terms: ReadonlySet<string> } | undefined;

/** In so many words for each that tells something, a name may be described: "the pose of the child". */
const SPREAD = 3;
/** In so many, where a part of it is written: "child's pose, but the way you do it at the table". */
const FURTHER = 5;

/** A name of an exercise. */
interface Name {
  id: string;
  stems: readonly string[];
  sought: string;
  telling: readonly string[];
  terms: ReadonlySet<string>;
}

/**
 * Finds exercises. The longest names come first, so that "both knees to chest" is not taken for "knee to chest", and
 * written ones before those that are only described, unless a description tells more than they do.
 */
export function exerciseFinderOf({ exercises }: Askable, { termsOf, stemsOf }: Reading): ExerciseFinder {
  const all = Object.entries(exercises).flatMap(([id, said]) =>
    said.map((name): Name => {
      const { heavy, light } = termsOf(name);
      const stems = stemsOf(name);
      const telling = stems.filter((stem) => !light.includes(stem));
      return { id, stems, sought: ` ${stems.join(' ')} `, telling, terms: new Set([...heavy, ...light]) };
    }),
  );
  const byLength = [...all].sort((one, other) => other.sought.length - one.sought.length);
  const described = [...all].sort((one, other) => other.telling.length - one.telling.length);
  return (text) => {
    const stems = stemsOf(text);
    const said = ` ${stems.join(' ')} `;
    const written = byLength.find(({ sought }) => said.includes(sought));
    if (!written)
      return bestOf(
        described.filter(({ telling }) => areTogetherIn(stems, telling, SPREAD)),
        stems,
      );
    const more = described.filter((name) => isMoreThan(name, written));
    return more.find(({ telling }) => areTogetherIn(stems, telling, FURTHER)) ?? written;
  };
}

const isMoreThan = (one: Name, other: Name): boolean =>
  one.telling.length > other.telling.length && other.stems.every((stem) => one.stems.includes(stem));

/** Of names that tell as much the one in the order said: "ear to the shoulder" tilts the neck, "shoulder to the ear" shrugs. */
function bestOf(names: readonly Name[], said: readonly string[]): Name | undefined {
  const [first] = names;
  const alike = names.filter(({ telling }) => telling.length === first?.telling.length);
  return alike.find(({ telling }) => areInOrder(said, telling)) ?? first;
}

function areInOrder(said: readonly string[], words: readonly string[]): boolean {
  let at = -1;
  return words.every((word) => {
    at = said.indexOf(word, at + 1);
    return at >= 0;
  });
}

/** Whether words stand near each other, in any order; a single one is no description. */
function areTogetherIn(said: readonly string[], words: readonly string[], spread: number): boolean {
  if (words.length < 2) return false;
  const width = spread * words.length;
  return said.some((_, at) => words.every((word) => said.slice(at, at + width).includes(word)));
}
