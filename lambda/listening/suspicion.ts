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

/** How probable it is that words tell of a symptom. */
const suspected = (likely: ReadonlyMap<string, number>): number => 1 - Math.exp(likely.get(NONE) ?? 0);

/** From here talk is not idle. */
const DOUBTFUL = 0.25;

/** What a text sounds like; null for what sounds harmless. `isIdle`: whether it sounds like nothing but talk. */
export interface Suspects {
  of(text: string): Suspicion | null;
  isIdle(text: string): boolean;
}

/** Suspicion by what was learnt. */
export function suspicionBy(learnt: Learnt, split?: Split): Suspects {
  const guess = guessBy(learnt, split);
  const judge = (text: string) => passagesOf(text).map(guess);
  return {
    isIdle: (text) => judge(text).every((likely) => suspected(likely) < DOUBTFUL),
    of: (text) => suspicionOf(judge(text).flatMap(classesSuspected)),
  };
}

/** The likeliest classes of a passage that is suspected, with their health questions. */
function classesSuspected(likely: ReadonlyMap<string, number>): string[][] {
  if (suspected(likely) < SUSPECTED) return [];
  return [...likely].flatMap(([name, logarithm]) =>
    name !== NONE && Math.exp(logarithm) >= suspected(likely) * COUNTS ? [name.split(' ')] : [],
  );
}

function suspicionOf(classes: readonly string[][]): Suspicion | null {
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
