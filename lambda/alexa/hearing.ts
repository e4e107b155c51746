// How are free words read in the language of a locale?

import { symptoms, topics } from '../../content';
import type { Language } from '../../content/languages';
import { finderOf } from '../listening/answers';
import { commandIn } from '../listening/commands';
import { illnessesIn, type PreparedLanguage, questionsOf, vocabularyOf } from '../listening/language';
import {
  isExplained,
  isOwn,
  isSupposed,
  questionIn,
  symptomsDenied,
  symptomsIn,
  symptomsUnfelt,
} from '../listening/symptoms';
import type { Words } from '../listening/vocabulary';
import { wishesIn, wishesOnly } from '../listening/wishes';
import type { Hearing } from './understand';

/** Listening, with one locale's words. */
export function hearingIn(language: Language): Hearing {
  const { questions, illnesses } = (language.prepared ?? {}) as Partial<PreparedLanguage>;
  const vocabulary = vocabularyOf(language);
  const words: Words = { vocabulary, symptoms };
  return {
    symptomsIn: (text) => symptomsIn(text, words),
    questionIn: (text) => questionIn(text, words),
    symptomsDenied: (text) => symptomsDenied(text, words),
    symptomsUnfelt: (text) => symptomsUnfelt(text, words),
    symptomNamed: (id) => (Object.hasOwn(symptoms, id) ? (symptoms[id] ?? null) : null),
    isExplained: (text) => isExplained(text, words),
    isOwn: (text) => isOwn(text, words),
    isSupposed: (text) => isSupposed(text, words),
    withoutIllnesses: withoutPhrases(illnesses ?? illnessesIn(language)),
    exerciseTopic: (exercise, aspect) => topicOrNull(`exercise.${exercise}.${aspect ?? 'how'}`),
    isTopic: (id) => Object.hasOwn(topics, id),
    commandIn: (text) => commandIn(text, vocabulary),
    wishesOnly: (text) => wishesOnly(text, vocabulary),
    answerFor: finderOf(() => questions ?? questionsOf(language)),
    leads: leadsOf(language.names['leads']),
    wishesIn: (text) => wishesIn(text, vocabulary),
    numberWords: vocabulary.numbers,
    emergencyNumbers: vocabulary.emergencyNumbers,
    startWord: String(language.names['startWord']),
  };
}

/** Takes phrases out of a text, the longest first. */
function withoutPhrases(phrases: readonly string[]): (text: string) => string {
  const longest = [...phrases].sort((one, other) => other.length - one.length);
  return (text) => {
    const rest = longest
      .reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' '), ` ${text.toLowerCase()} `)
      .trim();
    return rest.length === text.trim().length ? text : rest;
  };
}

const topicOrNull = (id: string): string | null => (Object.hasOwn(topics, id) ? id : null);

/** The words that an intent's name keeps and its remainder lost. */
function leadsOf(leads: unknown): Readonly<Record<string, string>> {
  return typeof leads === 'object' && leads !== null ? (leads as Record<string, string>) : {};
}
