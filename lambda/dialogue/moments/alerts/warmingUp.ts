// Offers to warm up for ten minutes before the questions, with a timer.

import type { Act, Turn } from '../../act';
import { NOT_NOW } from '../../acts';
import type { Context } from '../../context';
import { wayBackFrom } from '../../momentTable';
import type { MomentAt, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { leadBack } from '../questions/answering';

export type WarmingUp = MomentAt<'warmingUp'>;
/** Said with advice that comes before the opening of a session. */
const GENERAL: Act = { key: 'answer.general' };

/** Whether something has been pressed or stretched: then it is too late to warm up first. */
function hasBegun({ spots, place, moment }: State): boolean {
  if (spots.some(({ pressedSeconds, holds }) => pressedSeconds > 0 || holds > 0)) return true;
  return place?.part === 'close' || (place?.part === 'stretch' && moment.at !== 'readying');
}

/**
 * Why the listener cannot warm up now; null when they can. Heat may harm after a symptom, and is too late after a
 * press.
 */
export function whyNot(state: State): Act | null {
  if (state.guideOff) return NOT_NOW;
  if (state.pressOff || state.skinNoted) return { key: 'warmUp.notHeat' };
  return hasBegun(state) ? { key: 'warmUp.later' } : null;
}

/**
 * Asks whether to set the timer, at any time before the first press. `first`: nothing was asked yet in this session.
 */
export function askToWarmUp(state: State, context: Context, first = false): Turn {
  const reason = whyNot(state);
  if (reason) return leadBack({ state, says: [reason] }, context);
  const { moment } = state;
  const same = moment.at === 'warmingUp';
  const here: WarmingUp = {
    at: 'warmingUp',
    first: same ? moment.first : first,
    back: wayBackFrom(moment),
    tries: {},
  };
  return ask(state, here, context, here.first ? [{ key: 'warmUp.info' }, GENERAL] : [{ key: 'warmUp.info' }]);
}

/** Offers a warm-up, once, to a listener who is coming back. After a yes it may be offered again. */
export function offerWarmUp(fresh: State, context: Context): Turn {
  const turn = askToWarmUp(fresh, context, true);
  return {
    ...turn,
    says: [{ key: 'warmUp.welcome' }, ...turn.says],
    effects: [...turn.effects, { type: 'rememberDeclined', offer: 'warmUp' }],
  };
}

/**
 * Whether the offer is due: the listener was here on an earlier day, left no place and has not heard the offer yet. It
 * is not made on the same day, because the muscle has been worked on and the reason for stopping is not remembered.
 */
export function offersWarmUp({ kept, remembered }: Context): boolean {
  const last = remembered?.sessions.at(-1);
  if (kept || !remembered || !last) return false;
  return last.day < remembered.today && !remembered.declined.includes('warmUp');
}

/** Asks whether to set the warm-up timer, after `says`. */
export function ask(state: State, moment: WarmingUp, context: Context, says: Act[] = []): Turn {
  return answer(moveTo(state, moment), context, { says, asks: { key: 'warmUp.ask' } });
}
