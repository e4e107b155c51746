// Tells whether another person's hands are offered ("my wife will massage me"), or that person has come ("my wife's turn").

import type { Vocabulary } from './vocabulary';
import { endsWith, longestIn, placeOf, plainWordsIn, wordsIn } from './words';

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
/** Stands for any person in a phrase. */
const PERSON = '*';

/** Whether words say that another person is here now, and nothing else. */
export function handsOver(text: string, vocabulary: Vocabulary): boolean {
  const { handingOver, helperWords, people, answers } = vocabulary;
  const around = new Set([...helperWords, ...answers.around]);
  const anybody = (words: readonly string[]) => words.map((word) => (people.includes(word) ? PERSON : word));
  const said = anybody(plainWordsIn(text, vocabulary));
  return handingOver.some((phrase) => {
    const words = anybody(phrase.split(' '));
    const at = placeOf(words, said);
    return at >= 0 && [...said.slice(0, at), ...said.slice(at + words.length)].every((word) => around.has(word));
  });
}
