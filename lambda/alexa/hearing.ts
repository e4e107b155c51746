// How are free words read in the language of a locale?

import { symptoms } from '../../content';
import type { Language } from '../../content/languages';
import { isExplained, isOwn, questionIn, symptomsDenied, symptomsIn, symptomsUnfelt } from '../listening/symptoms';
import type { Vocabulary, Words } from '../listening/vocabulary';
import { wishesIn } from '../listening/wishes';
import type { Hearing } from './understand';

/** Listening, with one locale's words. */
export function hearingIn(language: Language): Hearing {
  // The schema of names.json, which the tests check, is what listening calls a vocabulary.
  const vocabulary = language.names as unknown as Vocabulary;
  const words: Words = { vocabulary, symptoms };
  return {
    symptomsIn: (text) => symptomsIn(text, words),
    questionIn: (text) => questionIn(text, words),
    symptomsDenied: (text) => symptomsDenied(text, words),
    symptomsUnfelt: (text) => symptomsUnfelt(text, words),
    symptomNamed: (id) => (Object.hasOwn(symptoms, id) ? (symptoms[id] ?? null) : null),
    isExplained: (text) => isExplained(text, words),
    isOwn: (text) => isOwn(text, words),
    wishesIn: (text) => wishesIn(text, vocabulary),
    numberWords: vocabulary.numbers,
    emergencyNumbers: vocabulary.emergencyNumbers,
    startWord: String(language.names['startWord']),
  };
}
