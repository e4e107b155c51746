// The health questions, their order, and what a yes to each leads to.

import type { OutcomeClass, SymptomRow } from './symptom';

export const QUESTION_IDS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** One screening question, as content gives it. Its sentences are `screening.<id>.ask`, `.explain` and `.echo`. */
export interface Question {
  id: QuestionId;
  onYes: OutcomeClass;
  /** The symptom rows whose report counts as a yes to this question. */
  rows: SymptomRow[];
  /** A no is echoed in words (docs/safety.md "Answers to a health question"). */
  echoed: boolean;
  sources: string[];
}

export const SCREENING_FORMS = ['ask', 'read'] as const;
export type ScreeningForm = (typeof SCREENING_FORMS)[number];

/** The last question, on the skin, is asked once the spot is chosen. */
export const BEFORE_ROUTINE: readonly QuestionId[] = QUESTION_IDS.filter((question) => question !== 'q9');

/** The first question that has no clear no yet, or null when all eight have. */
export function firstOpenOf(noes: readonly QuestionId[]): QuestionId | null {
  return BEFORE_ROUTINE.find((question) => !noes.includes(question)) ?? null;
}

/** The question before `id`, or `id` itself at the first. */
export function questionBefore(id: QuestionId): QuestionId {
  return BEFORE_ROUTINE[Math.max(0, BEFORE_ROUTINE.indexOf(id) - 1)] ?? 'q1';
}
