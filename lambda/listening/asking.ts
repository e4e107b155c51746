// Hears that words put a question, whatever it asks.

import type { Vocabulary } from './vocabulary';
import { placeOf, plainWordsIn } from './words';

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
