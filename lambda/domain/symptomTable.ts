// The symptom table: what follows a report, by what is reported and when (docs/safety.md "The symptom table").

import { type OutcomeClass, SYMPTOM_ROWS, type SymptomRow } from './symptom';

/** When something is said: the columns of the table. */
export type Column = 'screening' | 'touching' | 'stretching' | 'between' | 'after';

/**
 * E, D, C, M: the outcome class. `askBothSides`: D, then Q3b. `ease`: release, a quiet minute, "has it gone?".
 * `askSevere`: Q6 is asked again. `askWhere`: does it run into an arm or leg? `note`: counts for Q9. `net`: the safety net.
 */
export type Cell = OutcomeClass | 'askBothSides' | 'ease' | 'askSevere' | 'askWhere' | 'note' | 'net';

const sameEverywhere = (cell: Cell): Record<Column, Cell> => ({
  screening: cell,
  touching: cell,
  stretching: cell,
  between: cell,
  after: cell,
});

const TABLE: Record<SymptomRow, Record<Column, Cell>> = {
  emergency: sameEverywhere('E'),
  saddle: sameEverywhere('E'),
  'numb-both': sameEverywhere('E'),
  'weak-both': sameEverywhere('E'),
  numb: { screening: 'askBothSides', touching: 'ease', stretching: 'ease', between: 'askBothSides', after: 'D' },
  weak: { screening: 'askBothSides', touching: 'D', stretching: 'D', between: 'askBothSides', after: 'D' },
  ill: sameEverywhere('D'),
  injury: sameEverywhere('D'),
  standing: sameEverywhere('C'),
  dizzy: sameEverywhere('ease'),
  sharp: { screening: 'askSevere', touching: 'ease', stretching: 'ease', between: 'askWhere', after: 'net' },
  skin: { screening: 'note', touching: 'M', stretching: 'M', between: 'M', after: 'net' },
};

/** What stops more outranks what stops less. */
const GRAVITY: Record<Cell, number> = {
  E: 6,
  D: 5,
  askBothSides: 5,
  C: 4,
  ease: 3,
  askWhere: 2,
  askSevere: 2,
  M: 1,
  note: 1,
  net: 0,
};

/** The report whose cell stops the most at that time, or null for none; among equals the more urgent row. */
export function mostUrgentOf(rows: readonly SymptomRow[], column: Column): SymptomRow | null {
  const reported = SYMPTOM_ROWS.filter((row) => rows.includes(row));
  const graver = (one: SymptomRow, other: SymptomRow) =>
    GRAVITY[cellFor(other, column)] - GRAVITY[cellFor(one, column)];
  return reported.sort(graver)[0] ?? null;
}

/** The table's cell for a report made at a time. */
export function cellFor(row: SymptomRow, column: Column): Cell {
  return TABLE[row][column];
}
