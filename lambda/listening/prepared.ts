// What of a language's questions can be worked out before anybody asks?

import MiniSearch from 'minisearch';
import { type Line, type SignList, Signs } from './signs';
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

/** Each text is a row of signs. */
export interface PreparedTopic {
  /** No subject of this skill: a hundred things that have nothing in common. */
  out?: boolean;
  /** Words of a topic outside this skill's subject, one of which decides. */
  telling?: string;
  lines: Line[];
  /** Words of its own that stand in no line. */
  besides: string;
  /** Words of the answer alone. */
  text: string;
}

/** Plain data that survives JSON: laid out when the skill is built, or when a language is first asked. */
export interface Prepared {
  /** Without those that mean the same: they are laid out as phrases. */
  words: Omit<QuestionWords, 'same'>;
  phrases: Phrases;
  signs: SignList;
  topics: Record<string, PreparedTopic>;
  exercises: { id: string; stems: string; terms: Line }[];
  aspects: Record<string, Line[]>;
  /** The full-text index over all topics. */
  index: unknown;
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
  const { light, endings, kinds } = askable.words;
  const phrases = phrasesOf(askable.words);
  const reading = readingOf(askable.words, phrases);
  const topics = readTopics(askable.topics, reading);
  const exercises = readExercises(askable, reading);
  const aspects = mapped(askable.aspects, (asked) => asked.map(reading.termsOf));
  const others = [...exercises.map(({ terms }) => terms), ...Object.values(aspects).flat()];
  const signs = new Signs([...Object.values(topics).flatMap(termsIn), ...others.flatMap(allOf)]);
  return {
    words: { light, endings, kinds },
    phrases,
    topics: mapped(topics, (topic) => signedTopic(topic, signs)),
    exercises: exercises.map((one) => ({ ...one, terms: signs.line(one.terms) })),
    aspects: mapped(aspects, (lines) => lines.map((line) => signs.line(line))),
    index: indexOf(topics),
    signs: signs.list(sharesOf(topics)),
  };
}

function signedTopic({ out, telling, lines, bag, text }: ReadTopic, signs: Signs): PreparedTopic {
  const inLines = new Set(lines.flatMap(({ heavy }) => heavy));
  return {
    ...(out ? { out, telling: signs.row(telling) } : {}),
    lines: lines.map((line) => signs.line(line)).sort(),
    besides: signs.row(bag.filter((term) => !inLines.has(term))),
    text: signs.row(text),
  };
}

const allOf = ({ heavy, light }: Terms): string[] => [...heavy, ...light];

function termsIn({ telling, lines, bag, text }: ReadTopic): string[] {
  return [...lines.flatMap(allOf), ...telling, ...bag, ...text];
}

function mapped<From, To>(of: Readonly<Record<string, From>>, map: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, map(one)]));
}

/** A topic before its terms have signs. */
interface ReadTopic {
  out: boolean;
  telling: string[];
  /** Each a wording of its own. */
  lines: Terms[];
  bag: string[];
  text: string[];
}

function readTopics(topics: Askable['topics'], reading: Reading): Record<string, ReadTopic> {
  const read = Object.entries(topics).map(([id, topic]) => [id, readTopic(topic, reading)] as const);
  const within = new Set(read.filter(([, { out }]) => !out).flatMap(([, { bag }]) => bag));
  return Object.fromEntries(
    read.map(([id, topic]) => [id, { ...topic, telling: tellingOf(topics[id], within, reading) }]),
  );
}

/** A word that any topic within the subject needs decides nothing. */
function tellingOf(topic: AskedTopic | undefined, within: Set<string>, { termsOf }: Reading): string[] {
  if (!topic?.out) return [];
  return [...new Set(topic.words.flatMap((word) => termsOf(word).heavy).filter((term) => !within.has(term)))];
}

function readTopic(
  { title, asked, words, text, out = false }: AskedTopic,
  { termsOf }: Reading,
): Omit<ReadTopic, 'telling'> {
  const wordings = [title, ...asked].map(termsOf);
  const own = new Set([...wordings, ...words.map(termsOf)].flatMap(({ heavy }) => heavy));
  const different = new Map(wordings.map((terms) => [JSON.stringify(terms), terms]));
  return {
    out,
    lines: [...different.values()],
    bag: [...own],
    text: termsOf(text).heavy.filter((term) => !own.has(term)),
  };
}

function sharesOf(topics: Record<string, ReadTopic>): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { bag } of Object.values(topics)) for (const term of bag) shares.set(term, (shares.get(term) ?? 0) + 1);
  return shares;
}

function indexOf(topics: Record<string, ReadTopic>): unknown {
  const index = new MiniSearch(INDEX);
  index.addAll(
    Object.entries(topics).map(([id, { lines, bag, text }]) => {
      // A term that one wording alone has would only make the index longer: its other terms find the topic.
      const terms = lines.flatMap(({ heavy }) => heavy);
      const often = new Set(terms.filter((term, at) => terms.indexOf(term) !== at));
      const telling = [...bag, ...text].filter((term) => often.has(term) || !terms.includes(term));
      // "What do I need" is told by its light words alone.
      const light = new Set(lines.filter(({ heavy }) => heavy.length === 0).flatMap((bare) => bare.light));
      return { id, asked: [...telling, ...light].join(' ') };
    }),
  );
  return index.toJSON();
}

/** Names with the most words first, so that "both knees to chest" is not taken for "knee to chest". */
function readExercises(
  { exercises }: Askable,
  { termsOf, stemsOf }: Reading,
): { id: string; stems: string; terms: Terms }[] {
  return Object.entries(exercises)
    .flatMap(([id, said]) => said.map((name) => ({ id, stems: stemsOf(name), terms: termsOf(name) })))
    .sort((one, other) => other.stems.length - one.stems.length)
    .map(({ id, stems, terms }) => ({ id, stems: stems.join(' '), terms }));
}
