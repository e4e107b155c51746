// What can be asked in a language, ready to be compared with a question?

import MiniSearch, { type AsPlainObject } from 'minisearch';
import { INDEX, LIGHT, listOf, type Prepared, termsOfLine, UNKNOWN, type Wordings, weightsIn } from './prepared';
import { readingOf, type Terms } from './terms';

/** A text's terms with what each tells, and what they tell together. */
export interface Weighed {
  weights: Map<string, number>;
  total: number;
  /** The part of the total that tells what is wanted: how long, how often, why. */
  ofKinds: number;
  /** The part of it that stands nowhere in the bank. */
  unknown: number;
}

export interface BankTopic {
  id: string;
  out: boolean;
  wordings: Wordings;
  /** How much a term belongs to the topic: those of the wordings and its words whole, those of the answer alone half. */
  holds(term: string): number;
}

export interface Bank {
  /** A question's terms, words nobody wrote here read as the nearest that somebody did, each with what it tells. */
  weigh(text: string): Weighed;
  /** The topics that share anything with a question, those that share most first. */
  candidates(asked: Weighed): BankTopic[];
  /** A topic outside this skill's subject, told by a word that belongs to no other. */
  outside(asked: Weighed): string | undefined;
  /** The exercise whose longest name stands in the text, and the terms of that name. */
  exerciseIn(text: string): { id: string; terms: string[] } | undefined;
  withoutTerms(asked: Weighed, terms: readonly string[]): Weighed;
  aspects: readonly { id: string; wordings: Wordings }[];
}

/** A word of the answer alone belongs to its topic by half. */
const HALF = 0.5;

/** How much of what was asked a topic holds at all. */
function sharedBy({ holds }: BankTopic, weights: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [term, weight] of weights) shared += weight * holds(term);
  return shared;
}

/** More candidates than these are not looked at, and of those only so many are compared wording by wording. */
const MOST_COMPARED = 35;
const MOST_CANDIDATES = 60;
/** Longer words may be one or two letters off; a short one would become another word. */
const SHORTEST_SLIP = 6;
const SLIP = 0.2;

/** Opens what was prepared. */
export function bankFrom(prepared: Prepared): Bank {
  const { termsOf, stemsOf } = readingOf(prepared.words, prepared.phrases);
  const index = MiniSearch.loadJS(prepared.index as AsPlainObject, INDEX);
  const { weigh, sum } = weigherOf(prepared);
  const isKnown = (term: string) => Object.hasOwn(prepared.shares, term);
  const nearest = (term: string): string =>
    term.length < SHORTEST_SLIP || isKnown(term) ? term : (index.search(term, { fuzzy: SLIP })[0]?.terms[0] ?? term);
  const topics = new Map<string, BankTopic>();
  const topicOf = (id: string): BankTopic => {
    const topic = topics.get(id) ?? opened(id, prepared);
    topics.set(id, topic);
    return topic;
  };
  const telling = Object.entries(prepared.topics).map(([id, topic]) => ({ id, words: listOf(topic.telling) }));
  const exercises = prepared.exercises.map((one) => ({ ...one, sought: ` ${one.stems} ` }));
  return {
    weigh: (text) => {
      const { heavy, light } = termsOf(text);
      return weigh({ heavy: [...new Set(heavy.map(nearest))], light });
    },
    candidates: ({ weights }) =>
      index
        .search([...weights.keys()].join(' '))
        .slice(0, MOST_CANDIDATES)
        .map(({ id }) => topicOf(String(id)))
        .map((topic) => ({ topic, shared: sharedBy(topic, weights) }))
        .sort((one, other) => other.shared - one.shared)
        .slice(0, MOST_COMPARED)
        .map(({ topic }) => topic),
    outside: ({ weights }) => telling.find(({ words }) => words.some((term) => weights.has(term)))?.id,
    exerciseIn: (text) => {
      const said = ` ${stemsOf(text).join(' ')} `;
      const named = exercises.find(({ sought }) => said.includes(sought));
      return named && { id: named.id, terms: Object.values(termsOfLine(named.terms)).flat() };
    },
    withoutTerms: ({ weights }, terms) => sum(new Map([...weights].filter(([term]) => !terms.includes(term)))),
    aspects: Object.entries(prepared.aspects).map(([id, wordings]) => ({ id, wordings })),
  };
}

interface Weigher {
  weigh(terms: Terms): Weighed;
  sum(weights: Map<string, number>): Weighed;
}

function weigherOf({ shares, topics, words }: Prepared): Weigher {
  const kinds = new Set(words.kinds);
  const weightOf = weightsIn(shares, Object.keys(topics).length);
  const sum = (weights: Map<string, number>): Weighed => {
    const weighed: Weighed = { weights, total: 0, ofKinds: 0, unknown: 0 };
    for (const [term, weight] of weights) {
      weighed.total += weight;
      if (kinds.has(term)) weighed.ofKinds += weight;
      if (weight === UNKNOWN && !Object.hasOwn(shares, term)) weighed.unknown += weight;
    }
    return weighed;
  };
  const weigh = ({ heavy, light }: Terms): Weighed => {
    const weights = new Map(light.map((term) => [term, LIGHT]));
    for (const term of heavy) weights.set(term, weightOf(term));
    return sum(weights);
  };
  return { weigh, sum };
}

function opened(id: string, { topics }: Prepared): BankTopic {
  const { out = false, wordings = { lines: [], totals: [], ofKinds: [] }, bag = '', text = '' } = topics[id] ?? {};
  const whole = ` ${bag} `;
  const half = ` ${text} `;
  return {
    id,
    out,
    wordings,
    holds: (term) => (whole.includes(` ${term} `) ? 1 : half.includes(` ${term} `) ? HALF : 0),
  };
}
