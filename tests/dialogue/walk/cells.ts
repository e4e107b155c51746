// What must follow a report or an answer, written down a second time (docs/safety.md "The symptom table").

import type { QuestionId, YesLead } from '../../../lambda/domain/healthQuestions';
import type { SymptomRow } from '../../../lambda/domain/symptom';

/** When something is said. `warned`: an outcome line has just been spoken. */
export type When = 'screening' | 'touching' | 'stretching' | 'between' | 'after' | 'warned';

/** What is due: an outcome line, D with Q3b, a quiet minute, "where?", Q6 again, a note for Q9, the safety net. */
export type Due = 'E' | 'D' | 'D3b' | 'C' | 'M' | 'minute' | 'where' | 'q6' | 'noted' | 'net';

type Column = Exclude<When, 'warned'>;

const COLUMNS: readonly Column[] = ['screening', 'touching', 'stretching', 'between', 'after'];

/** One line a row of the page, in the order of its columns. */
const PAGE: Record<SymptomRow, readonly Due[]> = {
  emergency: ['E', 'E', 'E', 'E', 'E'],
  saddle: ['E', 'E', 'E', 'E', 'E'],
  numb: ['D3b', 'minute', 'minute', 'D3b', 'D'],
  'numb-both': ['E', 'E', 'E', 'E', 'E'],
  weak: ['D3b', 'D', 'D', 'D3b', 'D'],
  'weak-both': ['E', 'E', 'E', 'E', 'E'],
  sharp: ['q6', 'minute', 'minute', 'where', 'net'],
  dizzy: ['minute', 'minute', 'minute', 'minute', 'minute'],
  ill: ['D', 'D', 'D', 'D', 'D'],
  injury: ['D', 'D', 'D', 'D', 'D'],
  standing: ['C', 'C', 'C', 'C', 'C'],
  skin: ['noted', 'M', 'M', 'M', 'net'],
};

/** How grave a cell is: of several reports the gravest counts. */
const GRAVITY: readonly Due[] = ['noted', 'net', 'M', 'q6', 'where', 'minute', 'C', 'D', 'D3b', 'E'];

/** Every row of the page. */
export const ROWS = Object.keys(PAGE) as SymptomRow[];

const graver = (one: Due, other: Due): Due => (GRAVITY.indexOf(one) >= GRAVITY.indexOf(other) ? one : other);

/** What is due for a report of rows. */
export function dueFor(rows: readonly SymptomRow[], when: When): Due | null {
  const column = COLUMNS.indexOf(when === 'warned' ? 'screening' : when);
  return rows.reduce<Due | null>((gravest, row) => {
    const due = PAGE[row][column];
    if (!due) return gravest;
    return gravest === null ? due : graver(due, gravest);
  }, null);
}

/** The class of a yes to each question. */
export const CLASS_OF: Record<QuestionId, YesLead> = {
  q1: 'E',
  q2: 'E',
  q3: 'D',
  q4: 'D',
  q5: 'D',
  q6: 'C',
  q7: 'C',
  q8: 'C',
  q9: 'M',
  r0: 'fullSet',
  r3: 'D',
  r4: 'fullSet',
};

export const BEFORE_START: readonly QuestionId[] = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'];
