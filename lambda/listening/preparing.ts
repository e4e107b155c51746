// What of a language's words can be worked out before anybody speaks?

import { outside, symptoms, topics } from '../../content';
import type { HeardFile, LanguageFile, LaterFile, Names, SaidFile, Words } from '../../content/languages';
import { askedQuestions, illnessesIn } from '../../content/questions';
import { isSaidLater } from '../../content/sentences';
import type { LaidOutLanguage } from './language';
import { type Askable, type Prepared, prepare } from './prepared';
import { laidOutOf } from './reading/table';
import type { Vocabulary } from './vocabulary';

/** A language's files, each with no more than is read when it is opened. */
export interface PreparedLanguage {
  said: SaidFile;
  later: LaterFile;
  heard: HeardFile;
  questions: Prepared;
}

/** Names that are said as well. */
const SAID = ['numbers', 'clock'];

/** Lists that nobody reads once they have been laid out, or that only the model is made of. */
const LAID_OUT = { symptoms: {}, wordGroups: {}, harmless: [], ambiguous: [] };
const NOT_READ = ['yes', 'no', 'none'];

/** Works out what the first sentence of a listener would wait for, and parts what is said from what is heard. */
export function prepareLanguage({ base, regions }: LanguageFile): PreparedLanguage {
  const vocabulary = base.names as unknown as Vocabulary;
  const laidOut: LaidOutLanguage = { ...laidOutOf(vocabulary, symptoms), illnesses: illnessesIn(base.questions) };
  return {
    said: { base: saidAlone(base), regions: mapped(regions, saidAlone) },
    later: { base: laterAlone(base), regions: mapped(regions, laterAlone) },
    // What symptoms are called is the same in all regions of a language, because people travel.
    heard: { base: { ...heardAlone(base), ...LAID_OUT }, regions: mapped(regions, heardAlone), laidOut },
    questions: questionsOf(base),
  };
}

const heardAlone = ({ names }: Words): Names => only(names, (key) => !(key in LAID_OUT) && !NOT_READ.includes(key));

const saidAlone = ({ sentences, names }: Words): Words => ({
  sentences: only(sentences, (key) => !isSaidLater(key)),
  names: only(names, (key) => SAID.includes(key)),
});

const laterAlone = ({ sentences }: Words) => only(sentences, isSaidLater);

function only<Item>(table: Record<string, Item>, isKept: (key: string) => boolean): Record<string, Item> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => isKept(key)));
}

function mapped<From, To>(of: Record<string, From>, map: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, map(one)]));
}

const workedOut = new WeakMap<Words, Prepared>();

/** The questions of a language, worked out; once for each language, however many skills speak it. */
export function questionsOf(words: Words): Prepared {
  const known = workedOut.get(words) ?? prepare(askableIn(words));
  workedOut.set(words, known);
  return known;
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
