// Opens the session and asks the health questions.

import type { QuestionId } from '../../../domain/screening';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Moment, State } from '../../state';
import { answer, at } from '../../turn';

/** Asks a question for the first time; an earlier no to it no longer counts. */
export function askQuestion(state: State, context: Context, question: QuestionId, says: Act[] = []): Turn {
  const noes = state.noes.filter((passed) => passed !== question);
  const moment: Moment = { at: 'screening', question, tries: {}, noesHeard: 0 };
  return answer(at({ ...state, noes }, moment), context, { says, asks: { key: `screening.${question}.ask` } });
}

/** The screening from its first question; nothing answered before counts. */
export function beginScreening(state: State, context: Context, says: Act[] = []): Turn {
  const fresh: State = { ...state, cleared: false, suspended: false, startedAtMs: null, skinClear: false, noes: [] };
  if (context.screeningForm === 'read') {
    const read: Act[] = [{ key: 'reading.one' }, { key: 'reading.two' }, { key: 'reading.three' }];
    return answer(at(fresh, { at: 'reading', tries: {} }), context, {
      says: [...says, ...read],
      asks: { key: 'reading.ask' },
    });
  }
  return askQuestion(fresh, context, 'q1', says);
}

export const OPENED = 'opening';
/** What is said once before the questions of a session. */
export const OPENING: Act[] = [{ key: 'opening.long' }, { key: 'opening.adults' }];
/** The first words of a session, for whoever has not heard them yet because a symptom came first. */
export function openingFor(state: State): { state: State; says: Act[] } {
  if (state.heard.includes(OPENED)) return { state, says: [] };
  return { state: { ...state, heard: [...state.heard, OPENED] }, says: OPENING };
}
