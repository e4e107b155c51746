// What is a language listened to with?

import type { Language } from '../../content/languages';
import { illnessesIn } from '../../content/questions';
import type { Prepared } from './prepared';
import { questionsOf } from './preparing';
import type { LaidOut, Vocabulary } from './vocabulary';

/** What a builder keeps beside the bundle for free words: opening it is quick, working it out is not. */
export interface LaidOutLanguage extends LaidOut {
  /** Names of illnesses that people ask about. */
  illnesses: string[];
}

const vocabularies = new WeakMap<Language, Vocabulary>();

/** What a language is listened to with: its names, and what was laid out of them ahead. */
export function vocabularyOf(language: Language): Vocabulary {
  const known = vocabularies.get(language);
  if (known) return known;
  const laidOut = laidOutIn(language);
  // The schema of names.json, which the tests check, is what listening calls a vocabulary.
  const vocabulary = { ...language.names, ...(laidOut ? { laidOut } : {}) } as unknown as Vocabulary;
  vocabularies.set(language, vocabulary);
  return vocabulary;
}

/** Names of illnesses that people ask about. */
export function illnessesOf(language: Language): string[] {
  return laidOutIn(language)?.illnesses ?? illnessesIn(language.questions);
}

/** The questions of a language as its builder worked them out, or worked out now. */
export function openedQuestions(language: Language): Prepared {
  return (language.prepared?.questions() as Prepared | undefined) ?? questionsOf(language);
}

function laidOutIn({ prepared }: Language): LaidOutLanguage | null {
  return (prepared?.heard() ?? null) as LaidOutLanguage | null;
}
