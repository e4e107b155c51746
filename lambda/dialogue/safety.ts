// A yes or a symptom: what is said at once, and what may still follow?

import type { QuestionId } from '../domain/screening';
import type { OutcomeClass, SymptomRow } from '../domain/symptom';
import { type Cell, type Column, cellFor, mostUrgent } from '../domain/symptomTable';
import type { Act, Turn } from './act';
import { pressTool } from './blocks';
import type { Context } from './context';
import { openingFor } from './moments/breaks/returning';
import { beginScreening } from './moments/screening/screening';
import { withoutPressing } from './planning';
import { askAgain, EASING_SECONDS } from './prompts';
import type { Closed, State } from './state';
import { answer, at, ends, releaseAct, unitAfterExercise } from './turn';

/** Extra sentences of an outcome, by question (safety.md 3.5). */
const EXTRA: Partial<Record<QuestionId, string>> = {
  q2: 'outcome.E.q2',
  q5: 'outcome.D.q5',
  q6: 'outcome.C.q6',
  q7: 'outcome.C.q7',
};

/** Which column of the symptom table a moment belongs to. */
export function columnOf(state: State): Column {
  switch (state.moment.at) {
    case 'screening':
      return state.moment.question === 'q9' ? 'between' : 'screening';
    case 'reading':
    case 'recap':
    case 'warned':
    case 'offeringTips':
    case 'offeringGuide':
      return 'screening';
    case 'doubting':
      return columnOf({ ...state, moment: state.moment.back });
    case 'finding':
    case 'pressing':
    case 'checking':
    case 'feeling':
    case 'offering':
      return 'touching';
    case 'stretching':
      return 'stretching';
    case 'closing':
    case 'finished':
      return 'after';
    default:
      return 'between';
  }
}

const without = (questions: readonly QuestionId[], gone: QuestionId): QuestionId[] =>
  questions.filter((question) => question !== gone);

interface Warning {
  outcome: 'E' | 'D' | 'C';
  question: QuestionId;
  /** Q3b follows the line. */
  bothSides?: boolean;
  /** "Step away now.", while something may touch the back. */
  away?: Act[];
}

/** An outcome line at once, without "are you sure", then the way to correct it (safety.md 3.4, 3.5). */
export function warn(state: State, context: Context, { outcome, question, bothSides, away = [] }: Warning): Turn {
  const extra = EXTRA[question];
  const lines = [`outcome.${outcome}`, ...(extra?.startsWith(`outcome.${outcome}`) ? [extra] : [])];
  const closed: Closed = { outcome, lines, question, ...(bothSides ? { asksBothSides: true } : {}) };
  const next: State = {
    ...at(state, { at: 'warned', closed, tries: {} }),
    guideOff: true,
    recheckOff: true,
    cleared: false,
    suspended: false,
    place: null,
    noes: without(state.noes, question),
    doubted: outcome === 'C' ? state.doubted : [...without(state.doubted, question), question],
  };
  const spoken = lines.map((key): Act => ({ key }));
  const tips: Act[] = outcome === 'C' ? [{ key: 'outcome.C.tips' }] : [];
  return answer(next, context, {
    says: [...away, ...spoken, ...tips],
    asks: { key: bothSides ? 'screening.q3b' : 'outcome.goBack' },
    repromptSays: spoken,
    effects: [{ type: 'forgetPlace' }],
  });
}

/** The outcome of a yes to `question`. */
export function outcomeOfYes(state: State, context: Context, question: QuestionId): Turn {
  const outcome: OutcomeClass = context.questions[question].onYes;
  return outcome === 'M'
    ? leaveAlone(state, context)
    : warn(state, context, { outcome, question, bothSides: question === 'q3' });
}

/** Class M: no pressing and no heat; gentle stretches are offered once the rest of the screening is passed. */
export function leaveAlone(state: State, context: Context, before: Act[] = []): Turn {
  const screened = state.cleared || state.suspended || columnOf(state) === 'screening';
  if (!screened) return screenFirst(state, context, [...before, { key: 'skin.noted' }]);
  const next: State = {
    ...at(state, { at: 'choosing', asks: 'stretchesInstead', tries: {} }),
    heard: [...new Set([...state.heard, 'outcome.M'])],
    pressOff: true,
    skinClear: false,
    plan: state.plan ? withoutPressing(state.plan) : null,
    wishes: { ...state.wishes, tool: 'none' },
    place: state.plan ? { part: 'stretch', unit: state.place?.part === 'stretch' ? state.place.unit : 0 } : null,
  };
  return answer(next, context, { says: [...before, { key: 'outcome.M' }], asks: { key: 'offer.stretchesInstead' } });
}

/** Somebody who came back and has not been screened in this session is screened before anything else. */
export function screenFirst(state: State, context: Context, says: Act[]): Turn {
  const opened = openingFor(state);
  return beginScreening({ ...opened.state, recheckOff: true }, context, [...says, ...opened.says]);
}

/** The screening question whose yes a report is. */
function questionFor(row: SymptomRow, context: Context): QuestionId {
  const found = Object.values(context.questions).find((question) => question.rows.includes(row));
  return found?.id ?? 'q6';
}

const WORSE: Record<Closed['outcome'], number> = { C: 1, D: 2, E: 3 };

/**
 * A symptom said at any moment, decided by the symptom table before the moment is consulted. `question` names the
 * screening question the report belongs to when the row alone does not tell.
 */
export function reportSymptom(
  state: State,
  rows: readonly SymptomRow[],
  context: Context,
  touching: boolean,
  question?: QuestionId,
): Turn {
  // A report leaves a question about a reminder or a warm-up behind, and is decided where that came up.
  if (state.moment.at === 'reminding' || state.moment.at === 'warmingUp')
    return reportSymptom(at(state, state.moment.back), rows, context, touching, question);
  const column = columnOf(state);
  const row = mostUrgent(rows, column);
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
  const away: Act[] = touching || column === 'touching' ? [{ key: 'outcome.away' }] : [];
  const turn =
    state.moment.at === 'warned'
      ? reportWhileWarned(noted, state.moment.closed, row, cell, about, context)
      : carryOut(noted, { cell, row, about, away }, state, context);
  // A place kept before the report must not be taken up by the short re-check after it.
  return { ...turn, effects: [...turn.effects, { type: 'forgetPlace' }] };
}

/** A further symptom after an outcome: the worse line is said; the rest repeats what was said and ends. */
function reportWhileWarned(
  state: State,
  closed: Closed,
  row: SymptomRow,
  cell: Cell,
  about: QuestionId,
  context: Context,
): Turn {
  // After a C, numbness or dizziness now is a reason for the same day.
  const outcome = cell === 'askBothSides' || cell === 'ease' ? 'D' : cell;
  if (closed.asksBothSides && (row === 'numb' || row === 'weak')) {
    return warn(state, context, { outcome: 'E', question: closed.question });
  }
  if ((outcome === 'E' || outcome === 'D' || outcome === 'C') && WORSE[outcome] > WORSE[closed.outcome]) {
    return warn(state, context, { outcome, question: about });
  }
  return ends(
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
      return answer(at(state, { at: 'locating', tries: {} }), context, { asks: { key: 'sharp.where' } });
    case 'askSevere':
      return context.screeningForm === 'read'
        ? warn(state, context, { outcome: 'C', question: 'q6' })
        : askSevere(state, context);
    case 'note':
      return askAgain(state, context, [{ key: 'skin.noted' }]);
    case 'net':
      return ends(state, [{ key: 'symptom.after' }, { key: 'close.net' }]);
  }
}

/** Q6 again, out of its turn; the questions still open follow it. */
function askSevere(state: State, context: Context): Turn {
  const opened = openingFor(state);
  const next: State = {
    ...at(opened.state, { at: 'screening', question: 'q6', tries: {}, noesHeard: 0 }),
    noes: without(state.noes, 'q6'),
  };
  return answer(next, context, { says: opened.says, asks: { key: 'screening.q6.ask' } });
}

/** A quiet minute off everything, then one question; only a clear yes goes on, and never to a press. */
function ease(state: State, context: Context, row: 'numb' | 'sharp' | 'dizzy', before: State): Turn {
  const asked = before.moment.at === 'screening' ? before.moment.question : 'q8';
  const question = columnOf(before) === 'screening' ? { question: asked } : {};
  const next: State = {
    ...at(state, { at: 'easing', row, resting: true, tries: {}, ...question }),
    place: placeAfterEasing(state, context),
  };
  return answer(next, context, {
    says: [
      ...endOfWhatWasDone(before, row),
      { key: `easing.${row}`, ...(row === 'dizzy' && before.lying ? { context: 'lying' } : {}) },
    ],
    block: { part: 'quiet', why: 'easing', seconds: EASING_SECONDS },
    asks: { key: `easing.ask.${row}` },
  });
}

/** What ends a press or a stretch before the quiet minute; a sharp spot is stepped away from (safety.md 3.6). */
function endOfWhatWasDone(before: State, row: 'numb' | 'sharp' | 'dizzy'): Act[] {
  if (before.moment.at === 'stretching') return [{ key: 'easing.outOfStretch' }];
  if (columnOf(before) !== 'touching') return [];
  return row === 'sharp' && pressTool(before) === 'ball' ? [{ key: 'release.wall' }] : [releaseAct(before)];
}

/** Where somebody may go on: the stretch after the one that was stopped, never a press; the closing stays the closing. */
function placeAfterEasing(state: State, context: Context): State['place'] {
  if (!state.plan || state.place?.part === 'close') return state.place;
  if (state.place?.part !== 'stretch') return { part: 'stretch', unit: 0 };
  return { part: 'stretch', unit: unitAfterExercise(state, context) };
}
