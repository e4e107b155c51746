// Goes on after the plan: asks how sore it is before a press, and leads to the spot or the stretches.

import type { Act, Turn } from '../../act';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import { withoutPressing } from '../../planning';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';
import { findAgain } from './finding';
import { beginStretches } from './stretching';

/** Begins the stretches, when there is nothing to press or nothing may press. */
export function stretchOnly(state: State, context: Context, says: Act[]): Turn {
  return beginStretches({ ...state, plan: state.plan && withoutPressing(state.plan) }, context, says);
}

/**
 * Goes on to the spot. How sore it is is asked first, but not in three minutes, nor when it was told: without a number
 * the first hold is light.
 */
export function approachSpot(state: State, context: Context, says: Act[]): Turn {
  if (!pressToolOf(state) || state.pressOff) return stretchOnly(state, context, says);
  const asks = state.soreBefore === null && state.plan?.choice.minutes !== 3;
  return asks ? askSoreBefore(state, context, says) : findAgain(state, context, says, true);
}

function askSoreBefore(state: State, context: Context, says: Act[]): Turn {
  return answer(moveTo(state, { at: 'readying', asks: 'soreness', tries: {} }), context, {
    says,
    asks: { key: 'ready.soreness' },
  });
}

/** Closes pressing after a soreness of eight or more, and asks once whether the pain is there at rest. */
export function askAtRest(state: State, context: Context, release: Act[] = []): Turn {
  const closed: State = { ...state, pressOff: true, plan: state.plan && withoutPressing(state.plan) };
  return answer(moveTo(closed, { at: 'readying', asks: 'atRest', tries: {} }), context, {
    says: [...release, { key: 'ready.strong' }],
    asks: { key: 'ready.atRest' },
  });
}
