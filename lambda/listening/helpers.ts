// Tells whether words offer the hands of another person: "my wife is going to massage me".

import type { Vocabulary } from './vocabulary';
import { endsWith, longestIn, wordsIn } from './words';

/**
 * Whether another person will press: nothing may stand before "massage me" but that person and that they can or will.
 * `ofAnother`: the words are known to be about another person.
 */
export function offersHands(text: string, ofAnother: boolean, vocabulary: Vocabulary): boolean {
  const { helping, willing, helperWords, people, negations } = vocabulary;
  const words = wordsIn(text, vocabulary);
  const found = longestIn(words, { helping }, vocabulary);
  if (!found || words.some((word) => negations.includes(word))) return false;
  const before = words.slice(0, found.at);
  const will = willing.map((phrase) => phrase.split(' ')).find((phrase) => endsWith(before, phrase));
  if (!will) return false;
  const who = before.slice(0, before.length - will.length);
  // "Can do it" may be the listener.
  return (
    (ofAnother || who.some((word) => people.includes(word))) &&
    who.every((word) => people.includes(word) || helperWords.includes(word))
  );
}
