// The value of a slot type that words name by themselves, for when the service has resolved none.

import type { Vocabulary } from './vocabulary';
import { longestIn, wordsIn } from './words';

/**
 * The id whose phrase the words are, but for words that wish for nothing ("my", "the"); null when they say more or
 * less.
 */
export function idNamedBy(
  text: string,
  phrases: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
): string | null {
  const words = wordsIn(text, vocabulary);
  const found = longestIn(words, phrases, vocabulary);
  if (!found) return null;
  const rest = words.filter((_, at) => at < found.at || at >= found.at + found.length);
  return rest.every((word) => vocabulary.wishing.includes(word)) ? found.id : null;
}
