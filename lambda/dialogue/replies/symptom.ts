// Replies to a symptom in any moment by carrying out its cell of the symptom table.

import type { QuestionId } from '../../domain/healthQuestions';
import type { SymptomRow } from '../../domain/symptom';
import { type Cell, cellFor, mostUrgentOf } from '../../domain/symptomTable';
import type { Act, Turn } from '../act';
import { STEP_AWAY } from '../acts';
import type { Context } from '../context';
import { askSevere, ease } from '../moments/breaks/easing';
import { leaveAlone, warn } from '../moments/screening/outcome';
import { columnOf } from '../momentTable';
import { withoutPressing } from '../planning';
import { askAgain } from '../prompts';
import type { Closed, State } from '../state';
import { answer, endSession, moveTo } from '../turn';

/** The screening question to which a report counts as a yes. */
function questionFor(row: SymptomRow, context: Context): QuestionId {
  const found = Object.values(context.questions).find((question) => question.rows.includes(row));
  return found?.id ?? 'q6';
}

const WORSE: Record<Closed['outcome'], number> = { C: 1, D: 2, E: 3 };
/**
 * Replies to a symptom reported in any moment, by the symptom table. `touching`: something may still press on the back.
 * `question`: the screening question to which the report belongs, when the row alone does not tell.
 */
export function reportSymptom(
  state: State,
  rows: readonly SymptomRow[],
  context: Context,
  touching: boolean,
  question?: QuestionId,
): Turn {
  // A report leaves a question about a reminder or a warm-up, and is decided in the moment before it.
  if (state.moment.at === 'reminding' || state.moment.at === 'warmingUp')
    return reportSymptom(moveTo(state, state.moment.back), rows, context, touching, question);
  const column = columnOf(state);
  const row = mostUrgentOf(rows, column);
  if (!row) return askAgain(state, context, [{ key: 'missed' }]);
  const noted: State = {
    ...state,
    pressOff: true,
    recheckOff: true,
    ...(row === 'skin' ? { skinNoted: true } : {}),
    plan: state.plan ? withoutPressing(state.plan) : null,
  };
  const cell = cellFor(row, column);
  const about = question ?? questionFor(row, context);
  const away: Act[] = touching || column === 'touching' ? [STEP_AWAY] : [];
  const turn =
    state.moment.at === 'warned'
      ? reportWhileWarned(noted, state.moment.closed, row, cell, about, context)
      : carryOut(noted, { cell, row, about, away }, state, context);
  // The short re-check must not take up a place kept before the report.
  return { ...turn, effects: [...turn.effects, { type: 'forgetPlace' }] };
}

/** Replies to a further symptom after an outcome: says a worse line, or repeats the same line and ends. */
function reportWhileWarned(
  state: State,
  closed: Closed,
  row: SymptomRow,
  cell: Cell,
  about: QuestionId,
  context: Context,
): Turn {
  // Numbness or dizziness now, after a C, is a reason to see a doctor the same day.
  const outcome = cell === 'askBothSides' || cell === 'ease' ? 'D' : cell;
  if (closed.asksBothSides && (row === 'numb' || row === 'weak')) {
    return warn(state, context, { outcome: 'E', question: closed.question });
  }
  if ((outcome === 'E' || outcome === 'D' || outcome === 'C') && WORSE[outcome] > WORSE[closed.outcome]) {
    return warn(state, context, { outcome, question: about });
  }
  return endSession(
    state,
    closed.lines.map((key) => ({ key })),
  );
}

interface Decision {
  cell: Cell;
  row: SymptomRow;
  about: QuestionId;
  away: Act[];
}

/** Carries out a cell of the symptom table. `before`: the state in which the symptom was reported. */
function carryOut(state: State, { cell, row, about, away }: Decision, before: State, context: Context): Turn {
  switch (cell) {
    case 'E':
    case 'D':
    case 'C':
      return warn(state, context, { outcome: cell, question: about, away });
    case 'askBothSides':
      return warn(state, context, { outcome: 'D', question: 'q3', bothSides: true, away });
    case 'M':
      return leaveAlone(state, context, away);
    case 'ease':
      return ease(state, context, row === 'numb' || row === 'dizzy' ? row : 'sharp', before);
    case 'askWhere':
      return answer(moveTo(state, { at: 'locating', tries: {} }), context, { asks: { key: 'sharp.where' } });
    case 'askSevere':
      return context.screeningForm === 'read'
        ? warn(state, context, { outcome: 'C', question: 'q6' })
        : askSevere(state, context);
    case 'note':
      return askAgain(state, context, [{ key: 'skin.noted' }]);
    case 'net':
      return endSession(state, [{ key: 'symptom.after' }, { key: 'close.net' }]);
  }
}
