// The answer bank of a language, ready to be compared with a question.

import MiniSearch, { type AsPlainObject } from 'minisearch';
import { INDEX, type Prepared } from './prepared';
import { heavyIn, type Sign, type SignReader, signReader } from './signs';
import { readingOf, type Terms } from './terms';
import { LIGHT, UNKNOWN, type Weight, type Wordings, weightsIn, wordingsOf } from './weighing';

/** A text's terms by their signs with what each tells, and what they tell together. */
export interface Weighed {
  weights: Map<Sign, number>;
  total: number;
  /** The part of the total that tells what is wanted: how long, how often, why. */
  ofKinds: number;
  /** The part of the total that stands nowhere in the bank. */
  unknown: number;
}

export interface BankTopic {
  id: string;
  out: boolean;
  wordings: Wordings;
  /** How much a term belongs to the topic: those of the wordings and its words whole, those of the answer alone half. */
  holds(sign: Sign): number;
}

export interface Bank {
  /** A question's terms, words that stand nowhere in the bank read as the nearest that do, each with what it tells. */
  weigh(text: string): Weighed;
  /** The topics that share anything with a question, those that share most first. */
  candidates(asked: Weighed): BankTopic[];
  /** A topic outside this skill's subject, told by a word that belongs to no other. */
  outside(asked: Weighed): string | undefined;
  /** The exercise whose longest name stands in the text, and the terms of that name. */
  exerciseIn(text: string): { id: string; terms: string } | undefined;
  withoutTerms(asked: Weighed, terms: string): Weighed;
  aspects: readonly { id: string; wordings: Wordings }[];
}

/** A word of the answer alone belongs to its topic by half. */
const HALF = 0.5;

/** How much of what was asked a topic holds at all. */
function sharedBy({ holds }: BankTopic, weights: ReadonlyMap<Sign, number>): number {
  let shared = 0;
  for (const [sign, weight] of weights) shared += weight * holds(sign);
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
  const signs = signReader(prepared.signs);
  const kinds = new Set(prepared.words.kinds.map(signs.signOf));
  const weightOf = weightsIn(signs, Object.keys(prepared.topics).length);
  const { weigh, sum } = weigherOf(signs, weightOf, kinds);
  const isKnown = (term: string) => signs.sharesOf(signs.signOf(term)) > 0;
  const nearest = (term: string): string =>
    term.length < SHORTEST_SLIP || isKnown(term) ? term : (index.search(term, { fuzzy: SLIP })[0]?.terms[0] ?? term);
  const worded = (lines: readonly string[]) => wordingsOf(lines, weightOf, kinds);
  const topics = new Map<string, BankTopic>();
  const topicOf = (id: string): BankTopic => {
    const topic = topics.get(id) ?? opened(id, prepared, worded);
    topics.set(id, topic);
    return topic;
  };
  const telling = Object.entries(prepared.topics).map(([id, topic]) => ({ id, signs: [...(topic.telling ?? '')] }));
  const exercises = prepared.exercises.map((one) => ({ ...one, sought: ` ${one.stems} ` }));
  return {
    weigh: (text) => {
      const { heavy, light } = termsOf(text);
      return weigh({ heavy: [...new Set(heavy.map(nearest))], light });
    },
    candidates: ({ weights }) =>
      index
        .search([...weights.keys()].map(signs.termOf).join(' '))
        .slice(0, MOST_CANDIDATES)
        .map(({ id }) => topicOf(String(id)))
        .map((topic) => ({ topic, shared: sharedBy(topic, weights) }))
        .sort((one, other) => other.shared - one.shared)
        .slice(0, MOST_COMPARED)
        .map(({ topic }) => topic),
    outside: ({ weights }) => telling.find((topic) => topic.signs.some((sign) => weights.has(sign)))?.id,
    exerciseIn: (text) => {
      const said = ` ${stemsOf(text).join(' ')} `;
      const named = exercises.find(({ sought }) => said.includes(sought));
      return named && { id: named.id, terms: named.terms };
    },
    withoutTerms: ({ weights }, terms) => sum(new Map([...weights].filter(([sign]) => !terms.includes(sign)))),
    aspects: Object.entries(prepared.aspects).map(([id, lines]) => ({ id, wordings: worded(lines) })),
  };
}

interface Weigher {
  weigh(terms: Terms): Weighed;
  sum(weights: Map<Sign, number>): Weighed;
}

function weigherOf({ signOf, sharesOf }: SignReader, weightOf: Weight, kinds: ReadonlySet<Sign>): Weigher {
  const sum = (weights: Map<Sign, number>): Weighed => {
    const weighed: Weighed = { weights, total: 0, ofKinds: 0, unknown: 0 };
    for (const [sign, weight] of weights) {
      weighed.total += weight;
      if (kinds.has(sign)) weighed.ofKinds += weight;
      if (weight === UNKNOWN && sharesOf(sign) === 0) weighed.unknown += weight;
    }
    return weighed;
  };
  const weigh = ({ heavy, light }: Terms): Weighed => {
    const weights = new Map(light.map((term) => [signOf(term), LIGHT]));
    for (const sign of heavy.map(signOf)) weights.set(sign, weightOf(sign));
    return sum(weights);
  };
  return { weigh, sum };
}

const NO_TOPIC: Prepared['topics'][string] = { lines: [], besides: '', text: '' };

function opened(id: string, { topics }: Prepared, worded: (lines: readonly string[]) => Wordings): BankTopic {
  const { out = false, lines, besides, text } = topics[id] ?? NO_TOPIC;
  const whole = lines.map(heavyIn).join('') + besides;
  return {
    id,
    out,
    wordings: worded(lines),
    holds: (sign) => (whole.includes(sign) ? 1 : text.includes(sign) ? HALF : 0),
  };
}
