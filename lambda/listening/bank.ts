// The answer bank of a language, ready to be compared with a question.

import type { TopicTerms } from '../../content/bankTerms';
import type { Language } from '../../content/languages';
import { entriesOf } from '../../content/readingTables';
import type { Split } from '../../content/writing';
import { type Askable, askableIn, type Subjects } from './askable';
import { type ExerciseFinder, exerciseFinderOf } from './exerciseNames';
import { nearestOf } from './nearest';
import { type Reading, readingOf, type Terms } from './terms';
import { aspectTableOf, aspectTermsIn, bankTermsOf, sharesOf, wordingsIn } from './topicTerms';
import { LIGHT, UNKNOWN, type Weight, type Wording, weightsIn, wordingOf } from './weighing';

/** A text's terms with what each tells, and what they tell together. */
export interface Weighed {
  weights: ReadonlyMap<string, number>;
  total: number;
  /** The part of the total that tells what is wanted: how long, how often, why. */
  ofKinds: number;
  /** The part of the total that stands nowhere in the bank. */
  unknown: number;
  /** What it is about: the heavy term that tells most; undefined when all are light. */
  subject: string | undefined;
}

export interface BankTopic {
  id: string;
  /** Not this skill's subject: a hundred things that have nothing in common. */
  out: boolean;
  wordings: readonly Wording[];
  /**
   * How much a term belongs to the topic: those of the wordings and its words whole, those of the answer alone half.
   */
  holds(term: string): number;
  /** Whether a light term stands in a wording that has only such terms. */
  hasBare(term: string): boolean;
}

export interface Bank {
  /** A question's terms, words that stand nowhere in the bank read as the nearest that do, each with what it tells. */
  weigh(text: string): Weighed;
  split: Split;
  /** The topics that share most with a question, and of the `guessed` ones those that know what it is about. */
  candidates(asked: Weighed, guessed: readonly string[]): BankTopic[];
  /** A topic outside this skill's subject, told by a word that belongs to no other. */
  outside(asked: Weighed): string | undefined;
  /** The exercise that a text names or describes. */
  exerciseIn: ExerciseFinder;
  withoutTerms(asked: Weighed, terms: ReadonlySet<string>): Weighed;
  aspects: readonly { id: string; wordings: readonly Wording[] }[];
  /** What a short text asks, and what it is about, as far as it says either. */
  partsOf(text: string): { asks: string | undefined; about: readonly string[] };
  /** The title of a topic, or the name of the exercise that it is about. */
  titleOf(topic: string): string | undefined;
  topicOf(id: string): BankTopic;
}

/** A word of the answer alone belongs to its topic by half. */
const HALF = 0.5;
/** More topics than these are not compared wording by wording. */
const MOST_COMPARED = 35;

const banks = new WeakMap<Language, Bank>();

/** The bank of a language, worked out when the first question comes. */
export function bankOf(language: Language, subjects: Subjects): Bank {
  const bank = banks.get(language) ?? bankFrom(askableIn(language, subjects), language);
  banks.set(language, bank);
  return bank;
}

/** The terms of the topics are worked out here unless they were when the skill was built; it takes a twentieth of a second. */
function bankFrom(askable: Askable, { terms, tables }: Pick<Language, 'terms' | 'tables'>): Bank {
  const reading = readingOf(askable.words, askable.split, tables?.meanings);
  const bankTerms = terms ?? bankTermsOf(askable.topics, reading);
  const aspectsBy = entriesOf(tables?.aspects ?? aspectTableOf(askable.aspects, reading), aspectTermsIn);
  const places = new Map<string, number>();
  for (const term of bankTerms.terms) places.set(term, places.size);
  const shares = sharesOf(bankTerms);
  const shareOfTerm = (term: string) => shares[places.get(term) ?? -1] ?? 0;
  const weights = weightsIn(shares, Object.keys(bankTerms.topics).length);
  const weightOf = (term: string) => weights[places.get(term) ?? -1] ?? UNKNOWN;
  const kinds = new Set(askable.words.kinds);
  const worded = (lines: readonly Terms[]) => lines.map((line) => wordingOf(line, weightOf, kinds));
  const topicOf = remember((id: string): BankTopic => {
    const topic = bankTerms.topics[id] ?? NO_TERMS;
    let wordings: readonly Wording[] | undefined;
    return {
      id,
      out: askable.topics[id]?.out ?? false,
      // Of all topics a question is compared with thirty.
      get wordings() {
        wordings ??= worded(wordingsIn(topic, bankTerms.terms));
        return wordings;
      },
      holds: (term) => {
        const at = places.get(term);
        if (at === undefined) return 0;
        return topic.own.includes(at) ? 1 : topic.text.includes(at) ? HALF : 0;
      },
      hasBare: (term) => topic.bare.includes(places.get(term) ?? -1),
    };
  });
  const all = Object.keys(bankTerms.topics).map(topicOf);
  const nearest = remember((term: string): string =>
    places.has(term) ? term : nearestOf(term, places.keys(), shareOfTerm),
  );
  const { weigh, sum } = weigherOf(shareOfTerm, weightOf, kinds);
  return {
    split: askable.split,
    weigh: (text) => {
      const { heavy, light } = reading.termsOf(text);
      return weigh({ heavy: [...new Set(heavy.map(nearest))], light });
    },
    candidates: (asked, guessed) => {
      const { weights, subject } = asked;
      const sharing = all
        .map((topic) => ({ topic, shared: shareOf(topic, weights), bare: bareShareOf(topic, weights) }))
        .filter(({ shared, bare }) => shared + bare > 0)
        .sort((one, other) => other.shared - one.shared || other.bare - one.bare)
        .slice(0, MOST_COMPARED)
        .map(({ topic }) => topic);
      const others = guessed.map(topicOf).filter(({ out, holds }) => !out && subject && holds(subject) > 0);
      return [...new Set([...sharing, ...others])];
    },
    outside: outsideOf(askable, all, reading),
    exerciseIn: exerciseFinderOf(askable, reading),
    withoutTerms: ({ weights }, left) => sum(new Map([...weights].filter(([term]) => !left.has(term)))),
    aspects: Object.keys(askable.aspects).map((id) => ({ id, wordings: worded(aspectsBy(id)) })),
    partsOf: (text) => {
      const { heavy, light } = reading.termsOf(text);
      const asks = [...heavy, ...light].find((term) => askable.words.alone.includes(term));
      return { asks, about: heavy.filter((term) => !kinds.has(term)) };
    },
    topicOf,
    titleOf: (topic) => askable.topics[topic]?.title ?? askable.exercises[exerciseOf(topic) ?? '']?.[0],
  };
}

/** The exercise of a topic like `exercise.childs-pose.how`; undefined for any other topic. */
export function exerciseOf(topic: string): string | undefined {
  return /^exercise\.(.+)\.\w+$/.exec(topic)?.[1];
}

const NONE = new Uint16Array();
const NO_TERMS: TopicTerms = { own: NONE, text: NONE, bare: NONE, wordings: NONE };

function remember<Thing>(make: (id: string) => Thing): (id: string) => Thing {
  const known = new Map<string, Thing>();
  return (id) => {
    const thing = known.get(id) ?? make(id);
    known.set(id, thing);
    return thing;
  };
}

/** Whether a topic knows what a text is about. */
export function knows({ holds }: BankTopic, { subject }: Weighed): boolean {
  return subject === undefined || holds(subject) > 0;
}

/** From here, of its wordings, a topic is asked for by a term. */
const ASKED_BY = 0.3;

/** Whether many of the wordings of a topic have a term. */
export function isAskedBy({ wordings }: BankTopic, term: string): boolean {
  return wordings.filter(({ terms }) => terms.includes(term)).length >= ASKED_BY * wordings.length;
}

/** Whether a topic is about a term: its title, which is its first wording, has it, or many of its wordings do. */
export function isAbout(topic: BankTopic, term: string): boolean {
  return topic.wordings[0]?.terms.includes(term) === true || isAskedBy(topic, term);
}

/** How much of what was asked a topic holds at all. */
function shareOf({ holds }: BankTopic, weights: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [term, weight] of weights) shared += weight * holds(term);
  return shared;
}

function bareShareOf({ hasBare }: BankTopic, weights: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [term, weight] of weights) if (hasBare(term)) shared += weight;
  return shared;
}

interface Weigher {
  weigh(terms: Terms): Weighed;
  sum(weights: ReadonlyMap<string, number>): Weighed;
}

function weigherOf(shareOfTerm: (term: string) => number, weightOf: Weight, kinds: ReadonlySet<string>): Weigher {
  const sum = (weights: ReadonlyMap<string, number>): Weighed => {
    const weighed: Weighed = { weights, total: 0, ofKinds: 0, unknown: 0, subject: undefined };
    let most = 0;
    for (const [term, weight] of weights) {
      if (weight > most && weight !== LIGHT) [weighed.subject, most] = [term, weight];
      weighed.total += weight;
      if (kinds.has(term)) weighed.ofKinds += weight;
      if (weight === UNKNOWN && shareOfTerm(term) === 0) weighed.unknown += weight;
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

/** Tells topics outside the subject by their words. A word that any topic within the subject needs decides nothing. */
function outsideOf({ topics }: Askable, all: readonly BankTopic[], { termsOf }: Reading): Bank['outside'] {
  const within = all.filter(({ out }) => !out);
  const telling = all
    .filter(({ out }) => out)
    .map(({ id }) => ({ id, words: (topics[id]?.words ?? []).flatMap((word) => termsOf(word).heavy) }));
  const tells = (term: string) => !within.some(({ holds }) => holds(term) === 1);
  return ({ weights }) => telling.find(({ words }) => words.some((term) => weights.has(term) && tells(term)))?.id;
}
