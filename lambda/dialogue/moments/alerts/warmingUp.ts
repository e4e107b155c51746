// Offers ten warm minutes before the questions, with a timer.

import type { Act, Turn } from '../../act';
import { NOT_NOW } from '../../acts';
import type { Context } from '../../context';
import { wayBackFrom } from '../../momentTable';
import type { MomentAt, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { leadBack } from '../questions/answering';

export type WarmingUp = MomentAt<'warmingUp'>;
/** Said with advice that comes before the first words of a session. */
const GENERAL: Act = { key: 'answer.general' };

/** Something has pressed or been stretched: it is too late to warm up first. */
function hasBegun({ spots, place, moment }: State): boolean {
  if (spots.some(({ pressedSeconds, holds }) => pressedSeconds > 0 || holds > 0)) return true;
  return place?.part === 'close' || (place?.part === 'stretch' && moment.at !== 'readying');
}

/** Heat is not for everybody after a symptom, and a timer is of no use once something has pressed. */
export function whyNot(state: State): Act | null {
  if (state.guideOff) return NOT_NOW;
  if (state.pressOff || state.skinNoted) return { key: 'warmUp.notHeat' };
  return hasBegun(state) ? { key: 'warmUp.later' } : null;
}

/** Asked for, at any time before the first press. `first`: nothing has been asked yet in this session. */
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

/** Offered by itself, to a listener who is coming back, once; a yes makes it welcome again. */
export function offerWarmUp(fresh: State, context: Context): Turn {
  const turn = askToWarmUp(fresh, context, true);
  return {
    ...turn,
    says: [{ key: 'warmUp.welcome' }, ...turn.says],
    effects: [...turn.effects, { type: 'rememberDeclined', offer: 'warmUp' }],
  };
}

/**
 * Whether the offer is due: somebody who was here on an earlier day, has no place left, and has not heard it yet. On the
 * same day the muscle has been worked on, and whatever stopped the session is not remembered.
 */
export function offersWarmUp({ kept, remembered }: Context): boolean {
  const last = remembered?.sessions.at(-1);
  if (kept || !remembered || !last) return false;
  return last.day < remembered.today && !remembered.declined.includes('warmUp');
}

export function ask(state: State, moment: WarmingUp, context: Context, says: Act[] = []): Turn {
  return answer(moveTo(state, moment), context, { says, asks: { key: 'warmUp.ask' } });
}
