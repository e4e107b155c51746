// What can be asked in a language, ready to be compared with a question?

import MiniSearch from 'minisearch';
import { type QuestionWords, type Reading, readingOf, type Terms } from './terms';
import { placeOf } from './words';

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

/** A text's terms with what each tells, and what they tell together. */
export interface Weighed {
  weights: Map<string, number>;
  kinds: string[];
  total: number;
}

export interface Indexed {
  id: string;
  out: boolean;
  wordings: Weighed[];
  /** Terms of the wordings and the topic's words count whole, those of the answer alone half. */
  bag: Map<string, number>;
}

export interface Bank {
  topics: Map<string, Indexed>;
  /** A question's terms, words nobody wrote here read as the nearest that somebody did, each with what it tells. */
  weigh(text: string): Weighed;
  /** The exercise whose longest name stands in the text, and the terms of that name. */
  exerciseIn(text: string): { id: string; terms: string[] } | undefined;
  /** Ids of topics that share anything with the terms, the best first. */
  candidates(terms: Iterable<string>): string[];
  aspects: { id: string; wordings: Weighed[] }[];
}

/** A word of the question that stands nowhere in the bank may mean anything. */
const UNKNOWN = 0.8;
/** A word that only joins others tells this much, so that the same sentence is nearer than one of the same words. */
const LIGHT = 0.08;
const HALF = 0.5;
/** More candidates than these are never compared. */
const MOST_CANDIDATES = 16;

/** Lays a language's questions out for searching. Takes some ten milliseconds; done once, when the first is asked. */
export function bankOf(askable: Askable): Bank {
  const reading = readingOf(askable.words);
  const { termsOf } = reading;
  const read = Object.entries(askable.topics).map(([id, topic]) => readTopic(id, topic, reading));
  const weightOf = weightsOf(read);
  const weighed = (terms: Terms) => weighedTerms(terms, weightOf);
  const topics = read.map(({ id, out, wordings, bag }) => ({ id, out, bag, wordings: wordings.map(weighed) }));
  const index = searchable(read);
  return {
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    weigh: (text) => weighed(corrected(termsOf(text), weightOf, index)),
    candidates: (terms) =>
      index
        .search([...terms].join(' '), { boost: { asked: 2 } })
        .slice(0, MOST_CANDIDATES)
        .map(({ id }) => String(id)),
    exerciseIn: exercisesIn(askable, reading),
    aspects: Object.entries(askable.aspects).map(([id, asked]) => ({
      id,
      wordings: asked.map((one) => weighed(termsOf(one))),
    })),
  };
}

interface Read {
  id: string;
  out: boolean;
  wordings: Terms[];
  bag: Map<string, number>;
}

function readTopic(id: string, { title, asked, words, text, out }: AskedTopic, { termsOf }: Reading): Read {
  const wordings = [title, ...asked].map(termsOf);
  const bag = new Map<string, number>();
  for (const term of termsOf(text).heavy) bag.set(term, HALF);
  for (const { heavy } of [...wordings, ...words.map(termsOf)]) for (const term of heavy) bag.set(term, 1);
  return { id, out: out ?? false, wordings, bag };
}

/** What a term tells, from 0 to 1: one that few topics share tells most; undefined for one that stands nowhere. */
type WeightOf = (term: string) => number | undefined;

function weightsOf(topics: readonly Read[]): WeightOf {
  const shares = new Map<string, number>();
  for (const { bag } of topics)
    for (const [term, whole] of bag) if (whole === 1) shares.set(term, (shares.get(term) ?? 0) + 1);
  const most = Math.log(1 + topics.length);
  return (term) => {
    const shared = shares.get(term);
    return shared === undefined ? undefined : Math.log(1 + topics.length / shared) / most;
  };
}

function weighedTerms({ heavy, kinds, light }: Terms, weightOf: WeightOf): Weighed {
  const weights = new Map<string, number>();
  for (const term of light) weights.set(term, LIGHT);
  for (const term of heavy) weights.set(term, weightOf(term) ?? UNKNOWN);
  return { weights, kinds, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

function searchable(topics: readonly Read[]): MiniSearch {
  const plain = (text: string) => text.split(' ');
  const index = new MiniSearch({ fields: ['asked', 'words'], tokenize: plain, processTerm: (term) => term || null });
  index.addAll(
    topics.map(({ id, wordings, bag }) => ({
      id,
      asked: wordings.flatMap(({ heavy, light }) => [...heavy, ...light]).join(' '),
      words: [...bag.keys()].join(' '),
    })),
  );
  return index;
}

/** Longer words may be one or two letters off; a short one would become another word. */
const SHORTEST_SLIP = 5;

function corrected(terms: Terms, weightOf: WeightOf, index: MiniSearch): Terms {
  const nearest = (term: string): string => {
    if (term.length < SHORTEST_SLIP || weightOf(term) !== undefined) return term;
    return index.search(term, { fuzzy: 0.2 })[0]?.terms[0] ?? term;
  };
  return { ...terms, heavy: [...new Set(terms.heavy.map(nearest))] };
}

/** Names with the most words first, so that "both knees to chest" is not taken for "knee to chest". */
function exercisesIn({ exercises }: Askable, { termsOf, stemsOf }: Reading): Bank['exerciseIn'] {
  const names = Object.entries(exercises)
    .flatMap(([id, said]) => said.map((name) => ({ id, stems: stemsOf(name), terms: termsOf(name) })))
    .sort((one, other) => other.stems.length - one.stems.length);
  return (text) => {
    const said = stemsOf(text);
    const named = names.find(({ stems }) => placeOf(stems, said) >= 0);
    return named && { id: named.id, terms: [...named.terms.heavy, ...named.terms.light] };
  };
}
