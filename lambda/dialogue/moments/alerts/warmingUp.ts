// Sets a timer to warm up for ten minutes, and keeps the place.

import type { Act, Turn } from '../../act';
import { NOT_NOW } from '../../acts';
import type { Context } from '../../context';
import { wayBackFrom } from '../../momentTable';
import type { MomentAt, State } from '../../state';
import { moveTo, staySilent } from '../../turn';
import { leadBack } from '../questions/answering';

export type WarmingUp = MomentAt<'warmingUp'>;

/** Whether something has been pressed or stretched: then it is too late to warm up first. */
function hasBegun({ spots, place }: State): boolean {
  if (spots.some(({ pressedSeconds, holds }) => pressedSeconds > 0 || holds > 0)) return true;
  return place?.part === 'close' || place?.part === 'stretch';
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

/** Sets the timer, at any time before the first press. `first`: nothing was asked yet in this session. */
export function warmUpFirst(state: State, context: Context, first = false): Turn {
  const reason = whyNot(state);
  if (reason) return leadBack({ state, says: [reason] }, context);
  const { moment } = state;
  const here: WarmingUp = {
    at: 'warmingUp',
    first: moment.at === 'warmingUp' ? moment.first : first,
    back: wayBackFrom(moment),
  };
  return { ...staySilent(moveTo(state, here)), errand: { type: 'setWarmUpTimer' } };
}
