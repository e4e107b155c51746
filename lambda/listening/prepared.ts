// What of a language's questions can be worked out before anybody asks?

import MiniSearch from 'minisearch';
import { type Phrases, phrasesOf, type QuestionWords, type Reading, readingOf, type Terms } from './terms';

/** How one topic is asked for. */
export interface AskedTopic {
  title: string;
  asked: readonly string[];
  words: readonly string[];
  /** What is answered; its words count half. */
  text: string;
  /** Not this skill's subject: one of its own words is enough to tell. */
  out?: boolean;
}

/** Everything the finder knows of a language. */
export interface Askable {
  topics: Readonly<Record<string, AskedTopic>>;
  /** Exercises by name. */
  exercises: Readonly<Record<string, readonly string[]>>;
  /** What may be asked about any exercise, worded with `*` in the exercise's place. */
  aspects: Readonly<Record<string, readonly string[]>>;
  words: QuestionWords;
}

/** Heavy terms, a bar, light terms: short to keep and to load. */
export type Line = string;

interface PreparedTopic {
  /** No subject of this skill: a hundred things that have nothing in common. */
  out: boolean;
  /** Words of a topic outside this skill's subject, one of which decides. */
  telling: string;
  wordings: Line[];
  bag: string;
  text: string;
}

/** Plain data that survives JSON: laid out when the skill is built, or when a language is first asked. */
export interface Prepared {
  words: QuestionWords;
  phrases: Phrases;
  topics: Record<string, PreparedTopic>;
  /** How many topics share a term. */
  shares: Record<string, number>;
  exercises: { id: string; stems: string; terms: Line }[];
  aspects: Record<string, Line[]>;
  /** The full-text index over all topics. */
  index: unknown;
}

const lineOf = ({ heavy, light }: Terms): Line => `${heavy.join(' ')}|${light.join(' ')}`;

/** The terms of a line. */
export function termsOfLine(line: Line): Terms {
  const [heavy = '', light = ''] = line.split('|');
  return { heavy: listOf(heavy), light: listOf(light) };
}

/** The words of a list that is kept as one text. */
export function listOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** How the full-text index is made, and loaded again. */
export const INDEX = {
  fields: ['asked'],
  tokenize: listOf,
  processTerm: (term: string) => term || null,
};

/** Works a language's questions out. Takes some ten milliseconds to some hundred. */
export function prepare(askable: Askable): Prepared {
  const phrases = phrasesOf(askable.words);
  const reading = readingOf(askable.words, phrases);
  const topics = readTopics(askable.topics, reading);
  return {
    words: askable.words,
    phrases,
    topics,
    shares: sharesOf(topics),
    exercises: readExercises(askable, reading),
    aspects: Object.fromEntries(
      Object.entries(askable.aspects).map(([id, asked]) => [id, asked.map((one) => lineOf(reading.termsOf(one)))]),
    ),
    index: indexOf(topics),
  };
}

function readTopics(topics: Askable['topics'], reading: Reading): Prepared['topics'] {
  const read = Object.entries(topics).map(([id, topic]) => [id, readTopic(topic, reading)] as const);
  const within = new Set(read.filter(([id]) => !topics[id]?.out).flatMap(([, { bag }]) => listOf(bag)));
  return Object.fromEntries(
    read.map(([id, topic]) => [id, { ...topic, telling: tellingOf(topics[id], within, reading) }]),
  );
}

/** A word that any topic within the subject needs decides nothing. */
function tellingOf(topic: AskedTopic | undefined, within: Set<string>, { termsOf }: Reading): string {
  if (!topic?.out) return '';
  const terms = topic.words.flatMap((word) => termsOf(word).heavy).filter((term) => !within.has(term));
  return [...new Set(terms)].join(' ');
}

function readTopic(
  { title, asked, words, text, out = false }: AskedTopic,
  { termsOf }: Reading,
): Omit<PreparedTopic, 'telling'> {
  const wordings = [title, ...asked].map(termsOf);
  const own = new Set([...wordings, ...words.map(termsOf)].flatMap(({ heavy }) => heavy));
  const said = termsOf(text).heavy.filter((term) => !own.has(term));
  return {
    out,
    wordings: [...new Set(wordings.map(lineOf))],
    bag: [...own].join(' '),
    text: said.join(' '),
  };
}

function sharesOf(topics: Prepared['topics']): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { bag } of Object.values(topics)) for (const term of listOf(bag)) shares[term] = (shares[term] ?? 0) + 1;
  return shares;
}

function indexOf(topics: Prepared['topics']): unknown {
  const index = new MiniSearch(INDEX);
  index.addAll(
    Object.entries(topics).map(([id, { wordings, bag, text }]) => {
      // A term that one wording alone has would only make the index longer: its other terms find the topic.
      const terms = wordings.flatMap((line) => termsOfLine(line).heavy);
      const often = new Set(terms.filter((term, at) => terms.indexOf(term) !== at));
      const telling = [...listOf(bag), ...listOf(text)].filter((term) => often.has(term) || !terms.includes(term));
      // "What do I need" is told by its light words alone.
      const bare = wordings.map(termsOfLine).filter(({ heavy }) => heavy.length === 0);
      const light = new Set(bare.flatMap((terms) => terms.light));
      return { id, asked: [...telling, ...light].join(' ') };
    }),
  );
  return index.toJSON();
}

/** Names with the most words first, so that "both knees to chest" is not taken for "knee to chest". */
function readExercises({ exercises }: Askable, { termsOf, stemsOf }: Reading): Prepared['exercises'] {
  return Object.entries(exercises)
    .flatMap(([id, said]) => said.map((name) => ({ id, stems: stemsOf(name), terms: termsOf(name) })))
    .sort((one, other) => other.stems.length - one.stems.length)
    .map(({ id, stems, terms }) => ({ id, stems: stems.join(' '), terms: lineOf(terms) }));
}
