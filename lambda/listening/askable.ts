// What may be asked in a language: its answers, its exercises and how people word their questions.

import type { Language } from '../../content/languages';
import { type Split, splitOf, type Written } from '../../content/writing';
import type { QuestionWords } from './terms';

/** How one topic is asked for. */
export interface AskedTopic {
  title: string;
  asked: readonly string[];
  words: readonly string[];
  /** What is answered; its words count half. */
  text: string;
  /** Not this skill's subject: one of its own words is enough to tell. */
  out: boolean;
}

/** Everything the finder knows of a language. */
export interface Askable {
  topics: Readonly<Record<string, AskedTopic>>;
  /** Exercises by name. */
  exercises: Readonly<Record<string, readonly string[]>>;
  /** What may be asked about any exercise, worded with `*` in the exercise's place. */
  aspects: Readonly<Record<string, readonly string[]>>;
  words: QuestionWords;
  split: Split;
}

/** What there is to ask about: every topic, and those that are not this skill's subject. */
export interface Subjects {
  topics: Readonly<Record<string, unknown>>;
  outside: readonly string[];
}

/** Splits questions: the words they are worded with are known beside those of the lists. */
export function questionSplitOf({ names, questions }: Pick<Language, 'names' | 'questions'>): Split {
  return splitOf({ ...(names as unknown as Written), questions: questions.words } as Written);
}

/** What may be asked in a language, regional words included. */
export function askableIn({ sentences, questions, names }: Language, { topics, outside }: Subjects): Askable {
  const said = (key: string) => [sentences[key] ?? ''].flat()[0] ?? '';
  const asked = Object.entries(questions.topics).map(([id, topic]): [string, AskedTopic] => [
    id,
    {
      // Read where the terms have still to be worked out.
      get asked() {
        return topic.asked;
      },
      words: topic.words,
      title: said(`answer.${id}.title`),
      text: said(`answer.${id}`),
      out: outside.includes(id),
    },
  ]);
  const named = Object.entries(names['exercises'] as Askable['exercises']);
  return {
    topics: Object.fromEntries(asked),
    exercises: Object.fromEntries(named.filter(([id]) => Object.hasOwn(topics, `exercise.${id}.how`))),
    aspects: questions.aspects,
    words: questions.words,
    split: questionSplitOf({ names, questions }),
  };
}
