// Opens the session and asks the health questions.

import { type Asking, type QuestionId, questionsIn } from '../../../domain/healthQuestions';
import type { Act, Turn } from '../../act';
import { askHealth } from '../../asking';
import type { Context } from '../../context';
import { restingRegionsIn } from '../../progress';
import type { Moment, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { askingFor } from '../../visiting';

/** Asks a question from its beginning; an earlier no to it no longer counts. */
export function askQuestion(state: State, context: Context, question: QuestionId, says: Act[] = []): Turn {
  const noes = state.noes.filter((passed) => passed !== question);
  const moment: Moment = { at: 'screening', question, tries: {}, noesHeard: 0 };
  return answer(moveTo({ ...state, noes }, moment), context, { says, asks: askHealth(question, state, context) });
}

/**
 * Begins the screening with its first question, all of them unless said otherwise; nothing answered before counts but
 * who is speaking.
 */
export function beginScreening(
  state: State,
  context: Context,
  says: Act[] = [],
  asking: Asking = { visit: 'full', asksWho: state.asksWho },
): Turn {
  const noes = asking.visit === 'full' ? state.noes.filter((question) => question === 'r0') : [];
  const fresh: State = {
    ...state,
    ...asking,
    noes,
    cleared: false,
    suspended: false,
    startedAtMs: null,
    skinClear: false,
  };
  if (context.screeningForm === 'read') {
    const read: Act[] = [{ key: 'reading.one' }, { key: 'reading.two' }, { key: 'reading.three' }];
    return answer(moveTo(fresh, { at: 'reading', tries: {} }), context, {
      says: [...says, ...read],
      asks: { key: 'reading.ask' },
    });
  }
  return askQuestion(fresh, context, questionsIn(asking)[0] ?? 'q1', says);
}

const OPENED = 'opening';

/** Marks the first words of a session as heard. */
export function withOpening(state: State): State {
  return { ...state, heard: [...new Set([...state.heard, OPENED])] };
}

/**
 * Names the regions that rest today, before the questions are answered; the region of a plan under way is not named.
 */
function sayResting({ plan }: State, context: Context): Act[] {
  const resting = restingRegionsIn(context).filter((region) => region !== plan?.choice.region);
  return resting.length > 0 ? [{ key: `rest.${resting.join('_')}` }] : [];
}

/** Says what the skill is, before the first of all questions. */
export function sayOpening(state: State, context: Context): Act[] {
  return [{ key: 'opening.long' }, ...sayResting(state, context)];
}

/** The opening of a session, when the listener has not heard it yet because something else came first. */
export function openingFor(state: State, context: Context): { state: State; says: Act[] } {
  if (state.heard.includes(OPENED)) return { state, says: [] };
  return { state: withOpening(state), says: sayOpening(state, context) };
}

/**
 * Opens the session after `says` and asks the first question of the visit. `welcomed`: the listener has already been
 * welcomed back.
 */
export function openScreening(state: State, context: Context, says: Act[] = [], welcomed = false): Turn {
  const opened = withOpening(state);
  const asking = askingFor(opened, context);
  if (asking.visit === 'full') return beginScreening(opened, context, [...says, ...sayOpening(opened, context)]);
  const welcome: Act[] = welcomed ? [] : [{ key: 'opening.back' }];
  return beginScreening(opened, context, [...says, ...welcome, ...sayResting(opened, context)], asking);
}
