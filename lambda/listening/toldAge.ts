// Hears an age that is told along with an answer: "yes, I am seventy eight".

import type { Vocabulary } from './vocabulary';
import { placeOf, plainWordsIn } from './words';

/** Below this a number may be a strength, a side of the clock or a count. */
const YOUNGEST = 13;
const OLDEST = 119;
/** Words in the longest number. */
const NUMBER_WORDS = 4;

/** The age, in years, that a text tells of its speaker; null when it tells none, or goes on with something else. */
export function ageIn(text: string, vocabulary: Vocabulary): number | null {
  const { before, behind } = vocabulary.ages;
  const around = new Set([vocabulary.answers.around, vocabulary.answers.yes, vocabulary.denying.answering].flat());
  const said = plainWordsIn(text, vocabulary);
  const passes = (words: readonly string[]) => words.every((word) => around.has(word));
  for (const opener of phrasesOf(before, vocabulary)) {
    const at = placeOf(opener, said);
    const told = at < 0 || !passes(said.slice(0, at)) ? null : numberAt(said.slice(at + opener.length), vocabulary);
    if (!told) continue;
    const saysAge = phrasesOf(behind, vocabulary).some((phrase) => placeOf(phrase, told.rest) === 0);
    if (saysAge || passes(told.rest)) return told.years;
  }
  return null;
}

const phrasesOf = (phrases: readonly string[], vocabulary: Vocabulary): string[][] =>
  phrases.map((phrase) => plainWordsIn(phrase, vocabulary));

function numberAt(words: readonly string[], { numbers, ages }: Vocabulary): { years: number; rest: string[] } | null {
  for (let length = Math.min(NUMBER_WORDS, words.length); length > 0; length--) {
    const said = words.slice(0, length).join(' ');
    const years = /^\d+$/.test(said) ? Number(said) : [...numbers, ...ages.beyond].indexOf(said);
    if (years >= YOUNGEST && years <= OLDEST) return { years, rest: words.slice(length) };
  }
  return null;
}
