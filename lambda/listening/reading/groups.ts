// Groups of words that mean the same in a pattern, found by the first word of each of their entries.

import { type EntryTable, entryTableOf } from '../../../content/readingTables';
import type { Vocabulary } from '../vocabulary';
import { plainWordsIn } from '../words';
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
export function groupTableOf(vocabulary: Vocabulary): EntryTable {
  const groups = [
    ...Object.entries(vocabulary.wordGroups).map(([name, said]) => [`{${name}}`, said] as const),
    ...Object.entries(vocabulary.body).map(([part, said]) => [bodyGroup(part), said] as const),
    ...Object.entries(vocabulary.troubles).map(([trouble, said]) => [troubleGroup(trouble), said] as const),
  ];
  return entryTableOf(
    groups
      .flatMap(([group, said]) => said.map((entry): GroupEntry => ({ group, words: plainWordsIn(entry, vocabulary) })))
      .sort((one, other) => other.words.length - one.words.length)
      .map(({ group, words }) => [words[0] ?? '', group, words.join(' ')]),
  );
}

/** An entry of the table. */
export const groupEntryIn = ([group = '', text = '']: readonly string[]): GroupEntry => ({
  group,
  words: text.split(' '),
});
