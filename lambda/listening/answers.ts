// Which topic of the answer bank does a question ask for, and how surely?

import type { Found } from '../dialogue/event';
import { type Askable, type Bank, bankOf, type Indexed, type Weighed } from './bank';
import { wordsIn } from './words';

/** Finds what a question asks for. */
export type Finder = (question: string) => Found;

/** The figures below were set on the tuned half of tests/questions; `npm run score:questions` shows what they do. */
export const SETTINGS = {
  /** From here a topic is what was asked. */
  meant: 0.6,
  /** Under it, down to here, it only borders on it. */
  near: 0.3,
  /** A first that is not ahead of the second by this may be the second. */
  margin: 0.05,
  /** A wording counts by what the question and it have in common, of what the question (this share) and it tell. */
  ofQuestion: 0.55,
  /** How much the topic's other words count beside its nearest wording. */
  bag: 0.25,
  /** "How long" is another question than "how hard" about the same thing. */
  otherKind: 0.8,
  /** Up to here every term of a long question counts whole, then this share: people say much around what they ask. */
  long: 2.2,
  beyond: 0.4,
};

/** More words than this are a story, not a question. */
const LONGEST_QUESTION = 60;
/** No answer is looked for further down the list. */
const MOST_FOUND = 4;

interface Scored {
  id: string;
  score: number;
}

const NOTHING: Found = { topics: [], nearness: 'nothing' };

/** A finder over one language's questions; the index is made when the first question comes. */
export function finderOf(askable: () => Askable): Finder {
  let bank: Bank | undefined;
  return (question) => {
    if (wordsIn(question).length > LONGEST_QUESTION) return { topics: [], nearness: 'long' };
    bank ??= bankOf(askable());
    return found(ranked(question, bank));
  };
}

/** The topics nearest to a question, the best first. */
function ranked(question: string, bank: Bank): Scored[] {
  const asked = bank.weigh(question);
  if (asked.weights.size === 0) return [];
  const exercise = ofExercise(question, asked, bank);
  const elsewhere = exercise ? undefined : outside(asked, bank);
  if (elsewhere) return [elsewhere];
  const compared = bank.candidates(asked.weights.keys()).flatMap((id) => {
    const topic = bank.topics.get(id);
    return topic ? [{ id, score: likeness(asked, topic) }] : [];
  });
  return [...(exercise ? [exercise] : []), ...compared].sort((one, other) => other.score - one.score);
}

function found(scores: readonly Scored[]): Found {
  const near = scores.filter(({ score }) => score >= SETTINGS.near);
  const [best, second] = near;
  if (!best) return NOTHING;
  const topics = near.slice(0, MOST_FOUND).map(({ id }) => id);
  if (best.score < SETTINGS.meant) return { topics, nearness: 'near' };
  return { topics, nearness: second && best.score - second.score < SETTINGS.margin ? 'likely' : 'meant' };
}

/** A word that belongs to no topic but one outside this skill's subject decides. */
function outside({ weights }: Weighed, bank: Bank): Scored | undefined {
  const only = (term: string, topic: Indexed) =>
    topic.bag.get(term) === 1 && ![...bank.topics.values()].some((one) => !one.out && one.bag.get(term) === 1);
  for (const topic of bank.topics.values()) {
    if (topic.out && [...weights.keys()].some((term) => only(term, topic))) return { id: topic.id, score: 1 };
  }
  return undefined;
}

/** How much a question and a topic share, from 0 to 1, each term by what it tells. */
function likeness(asked: Weighed, topic: Indexed): number {
  const all = counted(asked.total);
  const nearest = Math.max(...topic.wordings.map((wording) => alike(asked, wording, all)));
  let shared = 0;
  for (const [term, weight] of asked.weights) shared += weight * (topic.bag.get(term) ?? 0);
  return (1 - SETTINGS.bag) * nearest + SETTINGS.bag * Math.min(1, shared / all);
}

function counted(total: number): number {
  const { long, beyond } = SETTINGS;
  return total <= long ? total : long + (total - long) * beyond;
}

function alike(asked: Weighed, wording: Weighed, all: number): number {
  let shared = 0;
  for (const [term, weight] of asked.weights) if (wording.weights.has(term)) shared += weight;
  const { ofQuestion } = SETTINGS;
  return Math.min(1, shared / (ofQuestion * all + (1 - ofQuestion) * wording.total)) * kindFactor(asked, wording);
}

/** What is wanted counts against a wording only where both tell it: Alexa often keeps the question word to itself. */
function kindFactor({ kinds }: Weighed, wording: Weighed): number {
  if (kinds.length === 0 || wording.kinds.length === 0) return 1;
  return kinds.some((kind) => wording.kinds.includes(kind)) ? 1 : SETTINGS.otherKind;
}

/** An exercise asked about by name: which aspect of it, as far as the rest of the words tell. */
function ofExercise(question: string, asked: Weighed, bank: Bank): Scored | undefined {
  const named = bank.exerciseIn(question);
  if (!named) return undefined;
  const rest = new Map([...asked.weights].filter(([term]) => !named.terms.includes(term)));
  const others = [...rest.values()].reduce((sum, weight) => sum + weight, 0);
  const without: Weighed = { weights: rest, kinds: asked.kinds, total: others };
  let best: Scored = { id: 'how', score: 0.2 };
  for (const { id, wordings } of bank.aspects) {
    const score = Math.max(0, ...wordings.map((wording) => alike(without, wording, counted(others))));
    if (score > best.score) best = { id, score };
  }
  // The name alone tells that it is about this exercise; what is asked of it is told by the rest.
  const unexplained = others * (1 - best.score);
  const score = 1 - Math.min(0.6, Math.max(0, unexplained - 0.5) * 0.35);
  return { id: `exercise.${named.id}.${best.id}`, score };
}
