// Tells whether a sentence is put as a question, and as which kind.

import type { Vocabulary } from './vocabulary';
import { placeOf, wordsIn } from './words';

/** What is asked for: what a word means, whether something felt is normal, or anything else. */
export type Asking = 'definition' | 'normal' | 'other';

/** How a sentence asks, by the words it begins with; null when it is not put as a question. */
export function askingOf(text: string, vocabulary: Vocabulary): Asking | null {
  const { openers, askingFirst, definitionStarts, normalStarts } = vocabulary;
  const begins = (words: readonly string[], phrases: readonly string[]): number =>
    Math.max(0, ...phrases.map((phrase) => lengthAt(words, wordsIn(phrase, vocabulary))));
  let said = wordsIn(text, vocabulary);
  for (let length = begins(said, openers); length > 0 && length < said.length; length = begins(said, openers))
    said = said.slice(length);
  if (begins(said, normalStarts) > 0) return 'normal';
  if (begins(said, definitionStarts) > 0) return 'definition';
  return begins(said, askingFirst) > 0 ? 'other' : null;
}

/** The length of a phrase that words begin with, or 0. */
const lengthAt = (words: readonly string[], phrase: readonly string[]): number =>
  placeOf(phrase, words.slice(0, phrase.length)) === 0 ? phrase.length : 0;
