// What of a language's words can be worked out before anybody speaks?

import { outside, symptoms, topics } from '../../content';
import type { Language, LanguageFile, Words } from '../../content/languages';
import { askedQuestions } from '../../content/questions';
import { type Askable, type Prepared, prepare } from './prepared';
import { groupTable } from './reading/patterns';
import { phraseTable } from './reading/phrases';
import type { GroupTable, PhraseTable, Vocabulary } from './vocabulary';

/** Plain data that a builder keeps beside the bundle: opening it is quick, working it out is not. */
export interface PreparedLanguage {
  questions: Prepared;
  /** What symptoms are called; the same in all regions of a language, because people travel. */
  phrases: PhraseTable;
  groups: GroupTable;
  /** Names of illnesses that people ask about. */
  illnesses: string[];
}

/** Works out what the first sentence of a listener would wait for. */
export function prepareLanguage({ base }: LanguageFile): PreparedLanguage {
  const vocabulary = base.names as unknown as Vocabulary;
  return {
    questions: questionsOf(base),
    phrases: phraseTable(vocabulary, symptoms),
    groups: groupTable(vocabulary),
    illnesses: illnessesIn(base),
  };
}

/** What the topic of diagnosis is told by. */
export function illnessesIn({ questions }: Words): string[] {
  return questions?.topics['diagnosis']?.words ?? [];
}

const workedOut = new WeakMap<Words, Prepared>();

/** The questions of a language, worked out; once for each language, however many skills speak it. */
export function questionsOf(words: Words): Prepared {
  const known = workedOut.get(words) ?? prepare(askableIn(words));
  workedOut.set(words, known);
  return known;
}

const vocabularies = new WeakMap<Language, Vocabulary>();

/** What a language is listened to with: its names, and what was laid out of them ahead. */
export function vocabularyOf(language: Language): Vocabulary {
  const { phrases, groups } = (language.prepared ?? {}) as Partial<PreparedLanguage>;
  const laidOut = phrases && groups ? { phrases, groups } : {};
  // The schema of names.json, which the tests check, is what listening calls a vocabulary.
  const vocabulary = vocabularies.get(language) ?? ({ ...language.names, ...laidOut } as unknown as Vocabulary);
  vocabularies.set(language, vocabulary);
  return vocabulary;
}

/** What may be asked in this language, from its answers and the names of its exercises. */
function askableIn({ sentences, questions = askedQuestions({}), names }: Words): Askable {
  const said = (key: string) => [sentences[key] ?? ''].flat()[0] ?? '';
  const asked = Object.entries(questions.topics).map(([id, { asked: wordings, words }]) => [
    id,
    {
      asked: wordings,
      words,
      title: said(`answer.${id}.title`),
      text: said(`answer.${id}`),
      out: outside.includes(id),
    },
  ]);
  const named = Object.entries(names['exercises'] as Askable['exercises']);
  return {
    topics: Object.fromEntries(asked) as Askable['topics'],
    exercises: Object.fromEntries(named.filter(([id]) => Object.hasOwn(topics, `exercise.${id}.how`))),
    aspects: questions.aspects,
    words: questions.words,
  };
}
