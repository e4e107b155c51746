// Tells whether a sentence puts a question, and as which kind.

import type { Vocabulary } from './vocabulary';
import { placeOf, plainWordsIn, wordsIn } from './words';

/** Whether words put a question, wherever among them it stands. */
export const isAskedOutright = (text: string, vocabulary: Vocabulary): boolean =>
  questionsIn(text, vocabulary).length > 0;

/** Whether words begin with a question. */
export const beginsWithQuestion = (text: string, vocabulary: Vocabulary): boolean =>
  questionsIn(text, vocabulary).includes(0);

/** The places where a question is put. */
function questionsIn(text: string, vocabulary: Vocabulary): number[] {
  const said = plainWordsIn(text, vocabulary);
  return vocabulary.askedOutright.map((phrase) => placeOf(phrase.split(' '), said)).filter((at) => at >= 0);
}

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
