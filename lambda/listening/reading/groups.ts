// Groups of words that mean the same in a pattern, found by the first word of each of their entries.

import type { Vocabulary } from '../vocabulary';
import { plainWordsIn } from '../words';
import { groupByFirstWord } from './firstWord';
import { bodyGroup, troubleGroup } from './groupNames';

/** One way to say what a group stands for. */
export interface GroupEntry {
  /** The group's name in braces, as patterns write it. */
  group: string;
  words: readonly string[];
}

/** The entries that begin with a word, the longest first. */
export type Groups = (word: string) => readonly GroupEntry[];

/** The groups of a vocabulary. */
export function groupsOf(vocabulary: Vocabulary): Groups {
  const entries = Object.entries(vocabulary.wordGroups).flatMap(([name, said]) =>
    said.map((entry): GroupEntry => ({ group: `{${name}}`, words: plainWordsIn(entry, vocabulary) })),
  );
  const framed = [
    ...Object.entries(vocabulary.body).map(([part, said]) => [bodyGroup(part), said] as const),
    ...Object.entries(vocabulary.troubles).map(([trouble, said]) => [troubleGroup(trouble), said] as const),
  ];
  for (const [group, said] of framed)
    entries.push(...said.map((entry): GroupEntry => ({ group, words: plainWordsIn(entry, vocabulary) })));
  entries.sort((one, other) => other.words.length - one.words.length);
  return groupByFirstWord(entries);
}
