// A second opinion on words that the reader of symptoms makes nothing of: whether they sound like one.
//
// It has learnt from phrases and clauses how symptoms are told. It may only raise a doubt: what it suspects is asked about.

import type { Learnt } from '../../content/learnt';
import type { Split } from '../../content/writing';
import type { QuestionId } from '../domain/healthQuestions';
import { SYMPTOM_ROWS, type SymptomRow } from '../domain/symptom';
import { guessBy } from './guess';
import { isOfAnother } from './reading/company';
import { hear } from './reading/phrases';
import { namesSymptom } from './reading/reports';
import type { RowsById, Words } from './vocabulary';

/** What words may tell of: the rows that come into question, and the health question if it is one. */
export interface Suspicion {
  rows: SymptomRow[];
  question?: QuestionId;
}

/** The class of clauses that tell of no symptom. */
export const NONE = 'none';

/** Symptoms of one row that are asked about in one question are one class: "standing q8". */
export const classOf = ({ row, question }: RowsById[string]): string => (question ? `${row} ${question}` : row);

/** From here a clause is suspected: it is more probable that it tells of a symptom than that it does not. */
const SUSPECTED = 0.5;
/** A class counts from this part of the suspicion on; of several the gravest decides. */
const COUNTS = 0.25;

/** Of a long story each passage of so many words is judged by itself, and begins in the middle of the one before. */
const PASSAGE = 14;

function passagesOf(text: string): string[] {
  const said = text.split(' ');
  if (said.length <= PASSAGE) return [text];
  const count = Math.ceil((2 * said.length) / PASSAGE) - 1;
  return Array.from({ length: count }, (_, at) =>
    said.slice((at * PASSAGE) / 2, (at * PASSAGE) / 2 + PASSAGE).join(' '),
  );
}

function mostSuspected(guesses: readonly ReadonlyMap<string, number>[]): [ReadonlyMap<string, number>, number] {
  const judged = guesses.map((likely): [ReadonlyMap<string, number>, number] => [
    likely,
    1 - Math.exp(likely.get(NONE) ?? 0),
  ]);
  return judged.reduce((most, one) => (one[1] > most[1] ? one : most));
}

/** From here talk is not idle. */
const DOUBTFUL = 0.15;

/** What a text sounds like; null for what sounds harmless. `isIdle`: whether it sounds like nothing but talk. */
export interface Suspects {
  of(text: string): Suspicion | null;
  isIdle(text: string): boolean;
}

/** Suspicion by what was learnt. */
export function suspicionBy(learnt: Learnt, split?: Split): Suspects {
  const guess = guessBy(learnt, split);
  const judge = (text: string) => mostSuspected(passagesOf(text).map(guess));
  return { isIdle: (text) => judge(text)[1] < DOUBTFUL, of: (text) => suspicionOf(...judge(text)) };
}

function suspicionOf(likely: ReadonlyMap<string, number>, suspected: number): Suspicion | null {
  if (suspected < SUSPECTED) return null;
  const classes = [...likely].flatMap(([name, logarithm]) =>
    name !== NONE && Math.exp(logarithm) >= suspected * COUNTS ? [name.split(' ')] : [],
  );
  const rows = SYMPTOM_ROWS.filter((row) => classes.some(([one]) => one === row));
  const questions = new Set(classes.map(([, question]) => question as QuestionId | undefined));
  const [question] = questions;
  return rows.length > 0 ? { rows, ...(question && questions.size === 1 ? { question } : {}) } : null;
}

/**
 * Whether the reader makes nothing at all of a text, not even a denial or something harmless, and it speaks of no thing
 * and of nobody else.
 */
export function isUnread(text: string, words: Words): boolean {
  const heard = hear(text, words);
  if (namesSymptom(heard, words)) return false;
  const { things, limbs, passedOver, and, familiar } = words.vocabulary;
  // "And so on" tells nothing, of whatever it is said.
  const little = [limbs, passedOver, and, familiar].flat();
  if (heard.words.every((word) => little.includes(word))) return false;
  const isOfThing =
    heard.words.some((word) => things.includes(word)) && !heard.words.some((word) => limbs.includes(word));
  return !isOfThing && !isOfAnother(heard.words, words.vocabulary);
}
