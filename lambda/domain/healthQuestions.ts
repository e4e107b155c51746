// The health questions, their order on each kind of visit, and what a yes to each leads to.

import type { OutcomeClass, SymptomRow } from './symptom';

/** Q1 to Q9, and those that a return visit asks instead of Q3 to Q8. Its R1 and R2 are Q1 and Q2, word for word. */
export const QUESTION_IDS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'r0', 'r3', 'r4'] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** An outcome, or the full set of questions instead of the few of a return visit. */
export const YES_LEADS = ['E', 'D', 'C', 'M', 'fullSet'] as const satisfies readonly (OutcomeClass | 'fullSet')[];
export type YesLead = (typeof YES_LEADS)[number];

/** One screening question, as content gives it. Its sentences are `screening.<id>.ask`, `.explain` and `.echo`. */
export interface Question {
  id: QuestionId;
  onYes: YesLead;
  /** The symptom rows whose report counts as a yes to this question. */
  rows: SymptomRow[];
  /** A no is echoed in words (docs/safety.md "Answers to a health question"). */
  echoed: boolean;
  sources: string[];
}

export const SCREENING_FORMS = ['ask', 'read'] as const;
export type ScreeningForm = (typeof SCREENING_FORMS)[number];

/** Which questions come before the routine: all, or the few of a return visit (docs/safety.md "Asking again"). */
export const VISITS = ['full', 'return'] as const;
export type Visit = (typeof VISITS)[number];

/** What decides the questions of a session. */
export interface Asking {
  visit: Visit;
  /** R0 is due: Alexa has not named the voice that answered the full set. */
  asksWho: boolean;
}

/** All questions before the routine. The last one, on the skin, is asked once the spot is chosen. */
const FULL_SET: readonly QuestionId[] = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'];
const RETURN_SET: readonly QuestionId[] = ['q1', 'q2', 'r3', 'r4'];

/** The questions before the routine, in their order. */
export function questionsIn({ visit, asksWho }: Asking): readonly QuestionId[] {
  if (visit === 'full') return FULL_SET;
  return asksWho ? ['r0', ...RETURN_SET] : RETURN_SET;
}

/**
 * The first question that has no clear no yet, or null when all have; last comes one whose yes was taken back and which
 * is not in the set any more.
 */
export function firstOpenOf(
  noes: readonly QuestionId[],
  asking: Asking,
  doubted: readonly QuestionId[] = [],
): QuestionId | null {
  return [...questionsIn(asking), ...doubted].find((question) => !noes.includes(question)) ?? null;
}

/** The question before `id`, or the first one. */
export function questionBefore(id: QuestionId, asking: Asking): QuestionId {
  const questions = questionsIn(asking);
  return questions[Math.max(0, questions.indexOf(id) - 1)] ?? 'q1';
}

/** The last question before the routine. */
export function lastQuestionOf(asking: Asking): QuestionId {
  return questionsIn(asking).at(-1) ?? 'q1';
}
