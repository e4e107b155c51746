// Which topic of the answer bank does a question ask for, and how surely?

import type { Found } from '../dialogue/event';
import { type Askable, type Bank, bankOf, type Indexed } from './bank';
import type { Terms } from './terms';
import { wordsIn } from './words';

/** Finds what a question asks for. */
export type Finder = (question: string) => Found;

/** From here a topic is what was asked; under it, down to `NEAR`, it only borders on it. */
const MEANT = 0.7;
const NEAR = 0.38;
/** The first must be ahead of the second by this, or it is answered as one of two. */
const MARGIN = 0.06;
/** More words than this are a story, not a question. */
const LONGEST_QUESTION = 60;
/** No answer is looked for further down the list. */
const MOST_FOUND = 4;

/** How much a wording that asks for the same is worth, and how much one that shares only its words. */
const SHARE = { question: 0.7, wording: 0.3, words: 0.85 } as const;
/** "How long" is another question than "how hard" about the same thing. */
const OTHER_KIND = 0.7;

interface Scored {
  id: string;
  score: number;
}

const NOTHING: Found = { topics: [], nearness: 'nothing' };

/** A finder over one language's questions; the index is made when the first question comes. */
export function finderOf(askable: () => Askable): Finder {
  let bank: Bank | undefined;
  return (question) => {
    const said = wordsIn(question);
    if (said.length > LONGEST_QUESTION) return { topics: [], nearness: 'long' };
    bank ??= bankOf(askable());
    return found(ranked(question, bank));
  };
}

/** The topics nearest to a question, the best first. */
function ranked(question: string, bank: Bank): Scored[] {
  const asked = known(bank.termsOf(question), bank);
  if (asked.about.length === 0) return [];
  const elsewhere = outside(asked, bank);
  const exercise = ofExercise(asked, bank);
  if (elsewhere && !exercise) return [elsewhere];
  const compared = bank.candidates(asked.about).flatMap(({ id }) => {
    const topic = bank.topics.get(id);
    return topic ? [{ id, score: likeness(asked, topic, bank) }] : [];
  });
  return [...(exercise ? [exercise] : []), ...compared].sort((one, other) => other.score - one.score);
}

/** Words nobody wrote here are read as the nearest that somebody did. */
function known({ about, kinds }: Terms, bank: Bank): Terms {
  return { about: [...new Set(about.map((term) => bank.nearest(term)))], kinds };
}

function found(scores: readonly Scored[]): Found {
  const near = scores.filter(({ score }) => score >= NEAR);
  const [best, second] = near;
  if (!best) return NOTHING;
  const topics = near.slice(0, MOST_FOUND).map(({ id }) => id);
  if (best.score < MEANT) return { topics, nearness: 'near' };
  return { topics, nearness: second && best.score - second.score < MARGIN ? 'likely' : 'meant' };
}

/** A word that belongs to no topic but one outside this skill's subject decides. */
function outside({ about }: Terms, bank: Bank): Scored | undefined {
  const only = (term: string, topic: Indexed) =>
    topic.bag.get(term) === 1 && ![...bank.topics.values()].some((one) => !one.out && one.bag.get(term) === 1);
  for (const topic of bank.topics.values()) {
    if (topic.out && about.some((term) => only(term, topic))) return { id: topic.id, score: 1 };
  }
  return undefined;
}

const sum = (terms: readonly string[], bank: Bank): number =>
  terms.reduce((total, term) => total + bank.weightOf(term), 0);

/** How much two questions share, from 0 to 1, each term by what it tells. */
function likeness(asked: Terms, topic: Indexed, bank: Bank): number {
  const all = sum(asked.about, bank);
  const wordings = topic.wordings.map((wording) => alike(asked, wording, all, bank));
  const shared = asked.about.reduce((total, term) => total + bank.weightOf(term) * (topic.bag.get(term) ?? 0), 0);
  return Math.max(SHARE.words * (shared / all), ...wordings);
}

function alike(asked: Terms, wording: Terms, all: number, bank: Bank): number {
  const shared = asked.about.filter((term) => wording.about.includes(term));
  if (shared.length === 0) return 0;
  const both = sum(shared, bank);
  const score = (SHARE.question * both) / all + (SHARE.wording * both) / sum(wording.about, bank);
  return score * kindFactor(asked, wording);
}

/** What is wanted counts only where both tell it: Alexa often keeps the question word to itself. */
function kindFactor({ kinds }: Terms, wording: Terms): number {
  if (kinds.length === 0 || wording.kinds.length === 0) return 1;
  return kinds.some((kind) => wording.kinds.includes(kind)) ? 1 : OTHER_KIND;
}

/** An exercise asked about by name: which aspect of it, as far as the rest of the words tell. */
function ofExercise(asked: Terms, bank: Bank): Scored | undefined {
  const named = bank.exercises.find(({ terms }) => terms.every((term) => asked.about.includes(term)));
  if (!named) return undefined;
  const rest: Terms = { about: asked.about.filter((term) => !named.terms.includes(term)), kinds: asked.kinds };
  const whole = sum(asked.about, bank);
  const ofName = sum(named.terms, bank);
  let best: Scored = { id: 'how', score: rest.about.length === 0 && rest.kinds.length === 0 ? 1 : ofName / whole };
  for (const { id, wordings } of bank.aspects) {
    for (const wording of wordings) {
      const score = aspectLikeness(rest, wording, ofName, whole, bank);
      if (score > best.score) best = { id, score };
    }
  }
  return { id: `exercise.${named.id}.${best.id}`, score: best.score };
}

function aspectLikeness(rest: Terms, wording: Terms, ofName: number, whole: number, bank: Bank): number {
  const kinds = rest.kinds.some((kind) => wording.kinds.includes(kind));
  const shared = rest.about.filter((term) => wording.about.includes(term));
  if (!kinds && shared.length === 0) return 0;
  const missing = wording.about.filter((term) => !shared.includes(term)).length;
  const told = (ofName + sum(shared, bank)) / whole;
  return told * kindFactor(rest, wording) * (kinds ? 1.02 : 1) - missing * 0.02;
}
