// Finds the exercise that a question names, or describes in the words of a name.

import type { Askable } from './askable';
import type { Reading } from './terms';

/** The exercise that a text names or describes, and the terms of that name; undefined when there is none. */
export type ExerciseFinder = (text: string) => { id: string; terms: ReadonlySet<string> } | undefined;

/** In so many words for each that tells something, a name may be described: "the pose of the child". */
const SPREAD = 3;

/**
 * Finds exercises. The longest names come first, so that "both knees to chest" is not taken for "knee to chest", and
 * written ones before those that are only described.
 */
export function exerciseFinderOf({ exercises }: Askable, { termsOf, stemsOf }: Reading): ExerciseFinder {
  const named = Object.entries(exercises).flatMap(([id, said]) =>
    said.map((name) => ({ id, stems: stemsOf(name), ...termsOf(name) })),
  );
  const all = named.map(({ id, stems, heavy, light }) => ({
    id,
    sought: ` ${stems.join(' ')} `,
    telling: stems.filter((stem) => !light.includes(stem)),
    terms: new Set([...heavy, ...light]),
  }));
  const byLength = [...all].sort((one, other) => other.sought.length - one.sought.length);
  const described = [...all].sort((one, other) => other.telling.length - one.telling.length);
  return (text) => {
    const stems = stemsOf(text);
    const said = ` ${stems.join(' ')} `;
    return (
      byLength.find(({ sought }) => said.includes(sought)) ??
      described.find(({ telling }) => areTogetherIn(stems, telling))
    );
  };
}

/** Whether words stand near each other, in any order; a single one is no description. */
function areTogetherIn(said: readonly string[], words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const width = SPREAD * words.length;
  return said.some((_, at) => words.every((word) => said.slice(at, at + width).includes(word)));
}
