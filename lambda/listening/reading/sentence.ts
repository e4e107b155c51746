// What a sentence is to the symptom reader, and what it is held against.

import type { Vocabulary } from '../vocabulary';
import type { Groups } from './groups';

/** A text as the symptom reader sees it. */
export interface Heard {
  words: readonly string[];
  /** The number of the thought that each word belongs to: "but" and "and i" begin a new one. */
  thoughts: readonly number[];
  /** For each word the place of the negation over it, or -1. */
  denials: readonly number[];
  isPassedOver(at: number): boolean;
  windows: Vocabulary['grammar']['windows'];
  /** Whether a window counts the word. */
  isCounted(at: number): boolean;
  /** Every word and group that is in it. */
  names(): Iterable<string>;
  /** Is a group or a word in it at all? */
  has(name: string): boolean;
  /** Where a group's entries, or one word, begin, and how many words stand for it there (0: none). */
  placesOf(name: string): readonly number[];
  lengthAt(name: string, at: number): number;
}

/** A vocabulary's lists as a sentence is held against them. */
export interface Listening {
  vocabulary: Vocabulary;
  groups: Groups;
  passedOver: ReadonlySet<string>;
  uncounted: ReadonlySet<string>;
  /** Words at which a denial ends, and phrases whose negation denies nothing, by their first word. */
  ends: ReadonlySet<string>;
  notDenying: PhrasesByWord;
  disclaiming: PhrasesByWord;
}

export type PhrasesByWord = ReadonlyMap<string, readonly (readonly string[])[]>;
