// Ends a routine: the last check, how sore it was and is, the safety net, and goodbye.

import { closingFor } from '../../../domain/planning';
import type { Act, Effect, Turn } from '../../act';
import type { Context } from '../../context';
import type { State } from '../../state';
import { answer, endSession, moveTo } from '../../turn';

export const NET: Act = { key: 'close.net' };

/** Asks for numbness, tingling or weakness, and drops the place. */
export function askClosing(state: State, context: Context, says: Act[]): Turn {
  const next: State = {
    ...moveTo(state, { at: 'closing', asks: 'numb', tries: {} }),
    place: { part: 'close', unit: 0 },
  };
  // The place is over, and what was done is known even if the listener does not answer any more.
  const effects: Effect[] = [{ type: 'forgetPlace' }];
  return answer(next, context, { says, asks: { key: 'close.numb' }, repromptSays: [NET], effects });
}

/** Asks how sore it is at the end. */
export function askSoreness(state: State, context: Context, says: Act[] = []): Turn {
  return answer(moveTo(state, { at: 'closing', asks: 'soreness', tries: {} }), context, {
    says,
    asks: { key: 'close.soreness' },
    repromptSays: [NET],
  });
}

/**
 * Says the closing words. `now`: how sore it is at the end, one to ten; it is compared with the beginning and not kept.
 */
export function sayFarewell(state: State, now: number | null): Turn {
  const compared: Act[] =
    now !== null && state.soreBefore !== null
      ? [{ key: 'close.before', values: { before: state.soreBefore, now } }]
      : [];
  const worse: Act[] =
    now !== null && state.soreBefore !== null && now > state.soreBefore ? [{ key: 'close.worse' }] : [];
  const acts = closingFor(
    state.plan?.choice.minutes ?? 3,
    state.plan?.brief ?? true,
    state.spots.some((spot) => spot.pressedSeconds > 0),
  );
  return endSession({ ...state, place: null }, [...compared, ...worse, ...acts], [{ type: 'forgetPlace' }]);
}

/** Closes a session in which a symptom has come and gone: rest, the safety net, goodbye. */
export function closeGently(state: State): Turn {
  return endSession(
    { ...state, place: null },
    [{ key: 'easing.gone.numb' }, NET, { key: 'close.goodbye' }],
    [{ type: 'forgetPlace' }],
  );
}
