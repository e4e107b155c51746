// Answers a question that is the first thing said in a session, and offers the routine after it.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Found } from '../../event';
import type { State } from '../../state';
import { moveTo } from '../../turn';
import { answerTo, isAnswered, leadBack, type Told } from './answering';

/** Said once in a session that began with a question and not with the disclaimer. */
export const GENERAL: Act = { key: 'answer.general' };
/** "What are the steps", "list the stretches": of a session there is no plan yet, so that either may be meant. */
export const OF_NO_PLAN: Found = { topics: ['steps', 'best-stretches'], nearness: 'likely' };

/**
 * Answers a question that opens a session at once, because asking needs no screening, and offers the routine after it.
 */
export function answerAtOpening(fresh: State, found: Found, context: Context): Turn {
  const told = answerTo(moveTo(fresh, { at: 'offeringGuide', tries: {} }), found, context);
  return leadBack(withGeneral(told), context);
}

/** The first answer of a session that has only asked, with the sentence that goes with it; any other as it is. */
export function withGeneral({ state, says }: Told): Told {
  const isFirst = state.moment.at === 'offeringGuide' && isAnswered(state) && !state.heard.includes(GENERAL.key);
  return isFirst
    ? { state: { ...state, heard: [...state.heard, GENERAL.key] }, says: [...says, GENERAL] }
    : { state, says };
}
