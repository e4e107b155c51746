// Opens the session and asks the health questions.

import type { QuestionId } from '../../../domain/healthQuestions';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { restingRegionsIn } from '../../progress';
import type { Moment, State } from '../../state';
import { answer, moveTo } from '../../turn';

/** Asks a question from its beginning; an earlier no to it no longer counts. */
export function askQuestion(state: State, context: Context, question: QuestionId, says: Act[] = []): Turn {
  const noes = state.noes.filter((passed) => passed !== question);
  const moment: Moment = { at: 'screening', question, tries: {}, noesHeard: 0 };
  return answer(moveTo({ ...state, noes }, moment), context, { says, asks: { key: `screening.${question}.ask` } });
}

/** Begins the screening with its first question; nothing answered before counts. */
export function beginScreening(state: State, context: Context, says: Act[] = []): Turn {
  const fresh: State = { ...state, cleared: false, suspended: false, startedAtMs: null, skinClear: false, noes: [] };
  if (context.screeningForm === 'read') {
    const read: Act[] = [{ key: 'reading.one' }, { key: 'reading.two' }, { key: 'reading.three' }];
    return answer(moveTo(fresh, { at: 'reading', tries: {} }), context, {
      says: [...says, ...read],
      asks: { key: 'reading.ask' },
    });
  }
  return askQuestion(fresh, context, 'q1', says);
}

const OPENED = 'opening';

/** Marks the first words of a session as heard. */
export function withOpening(state: State): State {
  return { ...state, heard: [...new Set([...state.heard, OPENED])] };
}

/**
 * Says what is said once before the questions of a session. Regions that rest today are named here, before the
 * questions are answered; the region of a plan under way is not.
 */
export function sayOpening({ plan }: State, context: Context): Act[] {
  const resting = restingRegionsIn(context).filter((region) => region !== plan?.choice.region);
  return [
    { key: 'opening.long' },
    { key: 'opening.adults' },
    ...(resting.length > 0 ? [{ key: `rest.${resting.join('_')}` }] : []),
  ];
}

/** The opening of a session, when the listener has not heard it yet because something else came first. */
export function openingFor(state: State, context: Context): { state: State; says: Act[] } {
  if (state.heard.includes(OPENED)) return { state, says: [] };
  return { state: withOpening(state), says: sayOpening(state, context) };
}
