// What can be asked in a language, ready to be compared with a question?

import MiniSearch from 'minisearch';
import { type QuestionWords, type Terms, type TermsOf, termsIn } from './terms';

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

export interface Indexed {
  id: string;
  out: boolean;
  wordings: Terms[];
  /** Terms of the wordings and the topic's words; those of the answer alone count half. */
  bag: Map<string, number>;
}

export interface Bank {
  termsOf: TermsOf;
  topics: Map<string, Indexed>;
  /** How much a term tells, from 0 to 1: one that few topics share tells most. */
  weightOf(term: string): number;
  /** The term of the bank that a word nobody wrote here comes nearest to, for slips of the tongue and of the ear. */
  nearest(term: string): string;
  /** Ids of topics that share anything with the terms, the best first. */
  candidates(terms: readonly string[]): { id: string; score: number }[];
  exercises: { id: string; terms: string[] }[];
  aspects: { id: string; wordings: Terms[] }[];
}

/** A word of the question that stands nowhere in the bank may mean anything. */
const UNKNOWN = 0.75;
const HALF = 0.5;
/** More candidates than these are never compared. */
const MOST_CANDIDATES = 12;

/** Lays a language's questions out for searching. Takes some ten milliseconds; done once, when the first is asked. */
export function bankOf(askable: Askable): Bank {
  const termsOf = termsIn(askable.words);
  const topics = new Map(Object.entries(askable.topics).map(([id, topic]) => [id, indexed(id, topic, termsOf)]));
  const shares = new Map<string, number>();
  for (const { bag } of topics.values())
    for (const [term, weight] of bag) if (weight === 1) shares.set(term, (shares.get(term) ?? 0) + 1);
  const most = Math.log(1 + topics.size);
  const index = searchable(topics);
  return {
    termsOf,
    topics,
    weightOf: (term) => {
      const shared = shares.get(term);
      return shared === undefined ? UNKNOWN : Math.log(1 + topics.size / shared) / most;
    },
    nearest: (term) => (shares.has(term) ? term : (slip(index, term) ?? term)),
    candidates: (terms) =>
      index
        .search(terms.join(' '), { boost: { asked: 2, words: 1.5 } })
        .slice(0, MOST_CANDIDATES)
        .map(({ id, score }) => ({ id: String(id), score })),
    exercises: exercisesOf(askable, termsOf),
    aspects: Object.entries(askable.aspects).map(([id, asked]) => ({ id, wordings: asked.map((one) => termsOf(one)) })),
  };
}

function indexed(id: string, { title, asked, words, text, out }: AskedTopic, termsOf: TermsOf): Indexed {
  const wordings = [title, ...asked].map((one) => termsOf(one));
  const bag = new Map<string, number>();
  for (const term of termsOf(text).about) bag.set(term, HALF);
  for (const { about } of [...wordings, ...words.map((one) => termsOf(one))])
    for (const term of about) bag.set(term, 1);
  return { id, out: out ?? false, wordings, bag };
}

function searchable(topics: ReadonlyMap<string, Indexed>): MiniSearch {
  const plain = (text: string) => text.split(' ');
  const index = new MiniSearch({ fields: ['asked', 'words'], tokenize: plain, processTerm: (term) => term || null });
  index.addAll(
    [...topics.values()].map(({ id, wordings, bag }) => ({
      id,
      asked: wordings.flatMap(({ about }) => about).join(' '),
      words: [...bag.keys()].join(' '),
    })),
  );
  return index;
}

/** Longer words may be one or two letters off; a short one would become another word. */
const SHORTEST_SLIP = 5;

function slip(index: MiniSearch, term: string): string | undefined {
  if (term.length < SHORTEST_SLIP) return undefined;
  const [best] = index.search(term, { fuzzy: 0.2 });
  return best?.terms[0];
}

/** Names with the most words first, so that "both knees to chest" is not taken for "knee to chest". */
function exercisesOf({ exercises }: Askable, termsOf: TermsOf): { id: string; terms: string[] }[] {
  return Object.entries(exercises)
    .flatMap(([id, names]) => names.map((name) => ({ id, terms: termsOf(name).about })))
    .filter(({ terms }) => terms.length > 0)
    .sort((one, other) => other.terms.length - one.terms.length);
}
