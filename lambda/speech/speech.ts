// What is said for an act in one locale, and how long it takes.

import type { Act, LengthOf } from '../domain/timeline';
import type { ClockWords } from './clock';
import { lengthOfWords } from './length';
import { type Sentence, type SentenceOptions, type SpokenLanguage, sentencesOf } from './sentence';

export interface Speech {
  sentence: Sentence;
  /** Estimated milliseconds of the words of an act. */
  lengthOf: LengthOf;
}

/** Plans ask for the same lengths again and again; more distinct acts than this are never met in one language. */
const MOST_REMEMBERED = 5000;

/** Whom to call, as it is said. */
type Contacts = Pick<SpokenLanguage, 'emergency' | 'advice'>;

/** Speech in one language. It remembers lengths, and nothing about listeners. */
export function speechIn(language: SpokenLanguage, options: SentenceOptions = {}): Speech {
  const sentence = sentencesOf(language, options);
  const lengths = new Map<string, number>();
  const lengthOf = (act: Act): number => {
    const name = `${act.key}|${act.context ?? ''}|${act.values ? JSON.stringify(act.values) : ''}`;
    const known = lengths.get(name);
    if (known !== undefined) return known;
    if (lengths.size >= MOST_REMEMBERED) lengths.clear();
    const length = lengthOfWords(sentence(act));
    lengths.set(name, length);
    return length;
  };
  return { sentence, lengthOf };
}

/** The spoken part of a locale's words, with whom to call where the country is known. */
export function spokenLanguageOf(
  language: Omit<SpokenLanguage, 'clock'> & { clock?: unknown },
  { emergency = language.emergency, advice = language.advice }: Partial<Contacts> = {},
): SpokenLanguage {
  const { clock } = language;
  return {
    ...(isClock(clock) ? { clock } : {}),
    sentences: language.sentences,
    numbers: language.numbers,
    emergency,
    advice,
  };
}

const isClock = (value: unknown): value is ClockWords =>
  typeof value === 'object' && value !== null && Array.isArray((value as ClockWords).parts);
