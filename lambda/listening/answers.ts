// Finds the topic of the answer bank that a question asks for, and says how surely.

import type { Found } from '../dialogue/event';
import { type Bank, type BankTopic, knows, type Weighed } from './bank';
import type { Guess } from './guess';
import { LIGHT, type Wording } from './weighing';

/** Finds what a question asks for. `among`: which topics come into question. */
export type Finder = (question: string, among?: Among) => Found;
type Among = ((topic: BankTopic) => boolean) | undefined;

/**
 * Set on the tuned part of tests/questions, and on wordings left out of the bank one at a time; `npm run
 * score:questions` shows what they do.
 */
const SETTINGS = {
  /** What is left of a topic that does not know the word that tells most: what the question is about. */
  about: 0.9,
  /** What a question loses for words that stand nowhere in the bank. */
  unknown: 0.2,
  /** More of a lead than this counts no further; with less than `narrow` the next may be meant as well. */
  lead: 0.15,
  narrow: 0.03,
  /** A wording counts by what it and the question share, of what the question (this part) and it tell. */
  ofQuestion: 0.6,
  /** How much of a question word counts for nothing where the question has none. */
  kept: 0.99,
  /** How much the two next wordings of a topic count beside its nearest, and all its words beside its wordings. */
  further: 0.5,
  bag: 0.25,
  /** What the sentences of the topic of unrelated things count for, against topics that have words as well. */
  out: 1.2,
  /** From here a question asks for an aspect of the exercise that is being done. */
  aspect: 0.75,
  /** Up to here every term of a long question counts whole, then this part: people say much around what they ask. */
  long: 2.2,
  beyond: 0.4,
} as const;

/** Where the line is drawn. */
interface Limits {
  /** From here a topic is what was asked, once unknown words are taken off and its lead over the next is added. */
  meant: number;
  /** From here a topic borders on the question. */
  near: number;
  /** With less of a lead than this it is open which of the two is meant: both are offered. */
  tied: number;
}

const BY_WORDINGS: Limits = { meant: 0.48, near: 0.3, tied: 0.005 };
/** A guess takes something from every topic, from the less likely ones more, and leaves few of them level. */
const BY_WORDINGS_AND_GUESS: Limits = { meant: 0.38, near: 0.2, tied: 0.001 };
/**
 * What a topic loses that is guessed not at all, and how improbable that is, as a logarithm; from how probable it is on
 * a topic is compared although others share more with the question.
 */
const GUESSED = { weight: 0.3, least: -8, probable: -2 };

/** More words than this are a story, not a question. */
const LONGEST_QUESTION = 60;
/** How many topics of the list are compared. */
const MOST_FOUND = 4;

interface Scored {
  id: string;
  score: number;
}

const NOTHING: Found = { topics: [], nearness: 'nothing' };

/**
 * A finder over one language's bank, which is asked for when the first question comes, as is the guess that may stand
 * beside it.
 */
export function finderOf(
  bankOfLanguage: () => Bank,
  guessOfLanguage: () => Guess | undefined = () => undefined,
): Finder {
  return (question, among) => {
    const bank = bankOfLanguage();
    if (bank.split(question).length > LONGEST_QUESTION) return { topics: [], nearness: 'long' };
    const asked = bank.weigh(question);
    const aspect = aspectOf(asked, bank);
    const guess = guessOfLanguage();
    const ranked = rank(question, asked, bank, guess, among);
    const limits = guess ? BY_WORDINGS_AND_GUESS : BY_WORDINGS;
    const topics = judge(ranked, asked.total > 0 ? asked.unknown / asked.total : 0, limits);
    return aspect ? { ...topics, aspect } : topics;
  };
}

/** The topics nearest to a question, the best first. */
function rank(question: string, asked: Weighed, bank: Bank, guess: Guess | undefined, among: Among): Scored[] {
  if (asked.weights.size === 0) return [];
  const exercise = scoreExercise(question, asked, bank);
  const elsewhere = exercise || among ? undefined : bank.outside(asked);
  if (elsewhere) return [{ id: elsewhere, score: 1 }];
  const guessed = guess?.(question);
  const probable = [...(guessed ?? [])].filter(([, logarithm]) => logarithm > GUESSED.probable).map(([id]) => id);
  const candidates = bank.candidates(asked, probable);
  const compared = (among ? candidates.filter(among) : candidates).map((topic) => ({
    id: topic.id,
    score: likenessOf(asked, topic) + (guessed ? GUESSED.weight * surenessOf(guessed.get(topic.id)) : 0),
  }));
  return [...(exercise ? [exercise] : []), ...compared].sort((one, other) => other.score - one.score);
}

/** From -1 for a topic that is not guessed to 0 for one that is certain. */
function surenessOf(logarithm = GUESSED.least): number {
  return Math.max(logarithm, GUESSED.least) / -GUESSED.least;
}

function judge(scores: readonly Scored[], unknown: number, limits: Limits): Found {
  const near = scores.filter(({ score }) => score >= limits.near);
  const [best, second] = near;
  if (!best) return NOTHING;
  const topics = near.slice(0, MOST_FOUND).map(({ id }) => id);
  const lead = best.score - (second?.score ?? 0);
  const sure = best.score - SETTINGS.unknown * unknown + Math.min(SETTINGS.lead, lead);
  if (sure < limits.meant || lead < limits.tied) return { topics, nearness: 'near' };
  return { topics, nearness: lead < SETTINGS.narrow ? 'likely' : 'meant' };
}

/** How much a question and a topic share, from 0 to 1, each term by what it tells. */
function likenessOf(asked: Weighed, topic: BankTopic): number {
  const { wordings, holds, out } = topic;
  const all = shortenTotal(asked.total);
  const weights = weightsHeldBy(topic, asked.weights);
  const [first = 0, second = 0, third = 0] = compareWordings({ ...asked, weights }, wordings, all).sort(
    (one, other) => other - one,
  );
  const worded = (1 - SETTINGS.further) * first + (SETTINGS.further * (second + third)) / 2;
  // The topic of unrelated things has all their words: only its sentences count.
  if (out) return SETTINGS.out * worded;
  let shared = 0;
  for (const [term, weight] of asked.weights) shared += weight * holds(term);
  const like = (1 - SETTINGS.bag) * worded + SETTINGS.bag * Math.min(1, shared / all);
  return knows(topic, asked) ? like : SETTINGS.about * like;
}

/** "How come" tells much and means why; a topic worded with a mere "why" does not share it. */
function weightsHeldBy({ holds }: BankTopic, weights: Weighed['weights']): Weighed['weights'] {
  return new Map([...weights].filter(([term, weight]) => weight <= LIGHT || holds(term) > 0));
}

function shortenTotal(total: number): number {
  const { long, beyond } = SETTINGS;
  return total <= long ? total : long + (total - long) * beyond;
}

/**
 * What a question and each wording share, from 0 to 1. Without a question word, which Alexa often keeps, the wording's
 * counts for next to nothing.
 */
function compareWordings(asked: Weighed, wordings: readonly Wording[], all: number): number[] {
  const { ofQuestion } = SETTINGS;
  return wordings.map(({ terms, total, ofKinds }) => {
    let shared = 0;
    for (const term of terms) shared += asked.weights.get(term) ?? 0;
    const told = total - (asked.ofKinds > 0 ? 0 : SETTINGS.kept * ofKinds);
    return shared === 0 ? 0 : Math.min(1, shared / (ofQuestion * all + (1 - ofQuestion) * told));
  });
}

/** What a question asks of an exercise that it does not name; undefined when it asks something else. */
function aspectOf(asked: Weighed, bank: Bank): string | undefined {
  const scores = bank.aspects.map(({ id, wordings }) => ({
    id,
    score: Math.max(0, ...compareWordings(asked, wordings, shortenTotal(asked.total))),
  }));
  const [best] = scores.sort((one, other) => other.score - one.score);
  return best && best.score >= SETTINGS.aspect ? best.id : undefined;
}

/** An exercise asked about by name: which aspect of it, as far as the rest of the words tell. */
function scoreExercise(question: string, asked: Weighed, bank: Bank): Scored | undefined {
  const named = bank.exerciseIn(question);
  if (!named) return undefined;
  const rest = bank.withoutTerms(asked, named.terms);
  let best: Scored = { id: 'how', score: 0.2 };
  for (const { id, wordings } of bank.aspects) {
    const score = Math.max(0, ...compareWordings(rest, wordings, shortenTotal(rest.total)));
    if (score > best.score) best = { id, score };
  }
  // The name tells that it is about this exercise, unless much else was said that no aspect explains.
  const unexplained = rest.total * (1 - best.score);
  const score = 1 - Math.min(0.6, Math.max(0, unexplained - 0.5) * 0.35);
  return { id: `exercise.${named.id}.${best.id}`, score };
}
