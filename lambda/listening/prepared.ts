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

/** Heavy terms, a bar, light terms, each between spaces: a term is looked for without taking the line apart. */
export type Line = string;

/** Ways of asking, and what the terms of each tell: together, and those alone that tell what is wanted. */
export interface Wordings {
  lines: Line[];
  totals: number[];
  ofKinds: number[];
}

/** What a term tells: one that few topics share tells most, up to 1. */
export type Weight = (term: string) => number;

/** A word that stands nowhere in the bank may mean anything. */
export const UNKNOWN = 1;
/** A word that only joins others tells this much, so that the same sentence is nearer than one of the same words. */
export const LIGHT = 0.18;

interface PreparedTopic {
  /** No subject of this skill: a hundred things that have nothing in common. */
  out: boolean;
  /** Words of a topic outside this skill's subject, one of which decides. */
  telling: string;
  wordings: Wordings;
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
  aspects: Record<string, Wordings>;
  /** The full-text index over all topics. */
  index: unknown;
}

const lineOf = ({ heavy, light }: Terms): Line => ` ${heavy.join(' ')} | ${light.join(' ')} `;

/** The terms of a line. */
export function termsOfLine(line: Line): Terms {
  const [heavy = '', light = ''] = line.split('|');
  return { heavy: listOf(heavy.trim()), light: listOf(light.trim()) };
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
  const shares = sharesOf(topics);
  const weigh = weigherOf(askable.words, weightsIn(shares, Object.keys(topics).length));
  const linesOf = (asked: readonly string[]) => asked.map((one) => lineOf(reading.termsOf(one)));
  return {
    words: askable.words,
    phrases,
    topics: mapped(topics, ({ lines, ...topic }) => ({ ...topic, wordings: weigh(lines) })),
    shares,
    exercises: readExercises(askable, reading),
    aspects: mapped(askable.aspects, (asked) => weigh(linesOf(asked))),
    index: indexOf(topics),
  };
}

function mapped<From, To>(of: Readonly<Record<string, From>>, map: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, map(one)]));
}

/** What terms tell where so many topics share each of them. */
export function weightsIn(shares: Prepared['shares'], topics: number): Weight {
  const most = Math.log(1 + topics);
  return (term) => (Object.hasOwn(shares, term) ? Math.log(1 + topics / (shares[term] ?? 1)) / most : UNKNOWN);
}

function weigherOf({ kinds }: QuestionWords, weightOf: Weight): (lines: Line[]) => Wordings {
  const told = (terms: readonly string[]) => terms.reduce((sum, term) => sum + weightOf(term), 0);
  const rounded = (weight: number) => Number(weight.toFixed(4));
  return (lines) => {
    const terms = lines.map(termsOfLine);
    return {
      lines,
      totals: terms.map(({ heavy, light }) => rounded(told(heavy) + light.length * LIGHT)),
      ofKinds: terms.map(({ heavy }) => rounded(told(heavy.filter((term) => kinds.includes(term))))),
    };
  };
}

/** A topic before its terms are weighed. */
type ReadTopic = Omit<PreparedTopic, 'wordings'> & { lines: Line[] };

function readTopics(topics: Askable['topics'], reading: Reading): Record<string, ReadTopic> {
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
): Omit<ReadTopic, 'telling'> {
  const wordings = [title, ...asked].map(termsOf);
  const own = new Set([...wordings, ...words.map(termsOf)].flatMap(({ heavy }) => heavy));
  const said = termsOf(text).heavy.filter((term) => !own.has(term));
  return {
    out,
    lines: [...new Set(wordings.map(lineOf))],
    bag: [...own].join(' '),
    text: said.join(' '),
  };
}

function sharesOf(topics: Record<string, ReadTopic>): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { bag } of Object.values(topics)) for (const term of listOf(bag)) shares[term] = (shares[term] ?? 0) + 1;
  return shares;
}

function indexOf(topics: Record<string, ReadTopic>): unknown {
  const index = new MiniSearch(INDEX);
  index.addAll(
    Object.entries(topics).map(([id, { lines, bag, text }]) => {
      // A term that one wording alone has would only make the index longer: its other terms find the topic.
      const terms = lines.flatMap((line) => termsOfLine(line).heavy);
      const often = new Set(terms.filter((term, at) => terms.indexOf(term) !== at));
      const telling = [...listOf(bag), ...listOf(text)].filter((term) => often.has(term) || !terms.includes(term));
      // "What do I need" is told by its light words alone.
      const bare = lines.map(termsOfLine).filter(({ heavy }) => heavy.length === 0);
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
