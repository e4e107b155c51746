// Says the outcome lines E, D and C, and leaves the spot alone after M.

import { firstOpenOf, type QuestionId } from '../../../domain/healthQuestions';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { columnOf } from '../../momentTable';
import { withoutPressing } from '../../planning';
import type { Closed, State } from '../../state';
import { answer, endSession, moveTo } from '../../turn';
import { askQuestion, beginScreening, openingFor, sayOpening } from './screening';

const withoutQuestion = (questions: readonly QuestionId[], gone: QuestionId): QuestionId[] =>
  questions.filter((question) => question !== gone);

/** Extra sentences of an outcome, by question (docs/safety.md "Outcome lines"). */
const EXTRA: Partial<Record<QuestionId, { outcome: Closed['outcome']; line: string }>> = {
  q2: { outcome: 'E', line: 'outcome.E.q2' },
  q5: { outcome: 'D', line: 'outcome.D.q5' },
  q6: { outcome: 'C', line: 'outcome.C.q6' },
  q7: { outcome: 'C', line: 'outcome.C.q7' },
};

interface Warning {
  outcome: 'E' | 'D' | 'C';
  question: QuestionId;
  /** "Is it on both sides, or getting worse?" follows the line. */
  bothSides?: boolean;
  /** Said instead of the lines of the outcome. */
  lines?: string[];
  /** "Step away now.", when something may touch the back. */
  away?: Act[];
}

/** The key of the line of an outcome. Once the routine is over, D does not speak of not doing it. */
function lineFor(outcome: Warning['outcome'], state: State): string {
  return outcome === 'D' && columnOf(state) === 'after' ? 'outcome.D.after' : `outcome.${outcome}`;
}

/** Says an outcome line at once, then how to correct it (docs/safety.md "Correcting an answer"). */
export function warn(state: State, context: Context, warning: Warning): Turn {
  const { outcome, question, bothSides, away = [] } = warning;
  const extra = EXTRA[question];
  const lines = warning.lines ?? [lineFor(outcome, state), ...(extra?.outcome === outcome ? [extra.line] : [])];
  const closed: Closed = { outcome, lines, question, ...(bothSides ? { asksBothSides: true } : {}) };
  const next: State = {
    ...moveTo(state, { at: 'warned', closed, tries: {} }),
    // After an outcome the few questions of a return visit do not do: after "go back" the others follow.
    visit: 'full',
    guideOff: true,
    recheckOff: true,
    cleared: false,
    suspended: false,
    place: null,
    noes: withoutQuestion(state.noes, question),
    doubted: outcome === 'C' ? state.doubted : [...withoutQuestion(state.doubted, question), question],
  };
  const spoken = lines.map((key): Act => ({ key }));
  const tips: Act[] = outcome === 'C' ? [{ key: 'outcome.C.tips' }] : [];
  return answer(next, context, {
    says: [...away, ...spoken, ...tips, ...(bothSides && question === 'r3' ? [{ key: 'screening.r3.limb' }] : [])],
    asks: { key: bothSides ? 'screening.q3b' : 'outcome.goBack' },
    repromptSays: spoken,
    effects: [{ type: 'forgetPlace' }],
  });
}

/** Repeats the lines of an outcome and ends the session. */
export function repeatAndEnd(state: State, closed: Closed): Turn {
  return endSession(
    state,
    closed.lines.map((key) => ({ key })),
  );
}

/** Carries out the outcome of a yes to `question`. */
export function outcomeOfYes(state: State, context: Context, question: QuestionId): Turn {
  const lead = context.questions[question].onYes;
  if (lead === 'fullSet') return askFullSet(state, context, question);
  if (lead === 'M') return leaveAlone(state, context);
  const bothSides = question === 'q3' || question === 'r3';
  return warn(state, context, { outcome: lead, question, bothSides });
}

/**
 * Leaves the few questions of a return visit for all of them. Someone new hears what the skill is; the screening of the
 * one before does not hold after either.
 */
function askFullSet(state: State, context: Context, question: QuestionId): Turn {
  const says: Act[] = question === 'r0' ? sayOpening(state, context) : [{ key: 'screening.fullSet' }];
  const turn = beginScreening(state, context, says);
  return { ...turn, effects: [...turn.effects, { type: 'forgetScreened' }] };
}

/** With a partner the few questions of a return visit do not do: asks the rest, after `says`. */
export function askRestOfSet(state: State, context: Context, says: Act[]): Turn {
  const asked = state.noes.filter((question) => question === 'q1' || question === 'q2' || question === 'r0');
  const begun = state.spots.length > 0 || state.place?.part === 'close';
  const next: State = {
    ...state,
    visit: 'full',
    noes: asked,
    cleared: false,
    suspended: false,
    startedAtMs: null,
    skinClear: false,
    ...(begun ? {} : { plan: null, place: null }),
  };
  return askQuestion(next, context, firstOpenOf(asked, next) ?? 'q1', [...says, { key: 'screening.partner' }]);
}

/** Carries out class M: no pressing and no heat, and gentle stretches once the rest of the screening is passed. */
export function leaveAlone(state: State, context: Context, before: Act[] = []): Turn {
  const screened = state.cleared || state.suspended || columnOf(state) === 'screening';
  if (!screened) return screenFirst(state, context, [...before, { key: 'skin.noted' }]);
  const next: State = {
    ...moveTo(state, { at: 'choosing', asks: 'stretchesInstead', tries: {} }),
    heard: [...new Set([...state.heard, 'outcome.M'])],
    pressOff: true,
    skinClear: false,
    plan: state.plan ? withoutPressing(state.plan) : null,
    wishes: { ...state.wishes, tool: 'none' },
    place: state.plan ? { part: 'stretch', unit: state.place?.part === 'stretch' ? state.place.unit : 0 } : null,
  };
  return answer(next, context, { says: [...before, { key: 'outcome.M' }], asks: { key: 'offer.stretchesInstead' } });
}

/** Begins the screening for a listener who came back and has not been screened in this session. */
export function screenFirst(state: State, context: Context, says: Act[]): Turn {
  const opened = openingFor(state, context);
  return beginScreening({ ...opened.state, recheckOff: true }, context, [...says, ...opened.says]);
}
