// Ends a routine: the last check, how sore it was and is, one tip, the safety net, and goodbye.

import { turnAfter } from '../../../domain/tip';
import type { Act, Effect, Turn } from '../../act';
import type { Context } from '../../context';
import { NET, sayTip, sayWhenAgain, spotsPressed, tipsAfter, turnOf } from '../../ending';
import type { State } from '../../state';
import { saysLess } from '../../talk';
import { answer, endSession, moveTo } from '../../turn';

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

/** Tells when to press again, and asks how sore it is at the end. */
export function askSoreness(state: State, context: Context): Turn {
  const again = sayAgain(state, false, context);
  return answer(moveTo(state, { at: 'closing', asks: 'soreness', tries: {} }), context, {
    says: [...again, ...(isTight(state) && again.length > 0 ? [] : [WATER])],
    asks: { key: 'close.soreness' },
    repromptSays: [NET],
  });
}

/** Whether there are words for nothing but the rules: the minutes are tight, or fewer words are wanted. */
const isTight = (state: State): boolean => state.plan?.brief === true || saysLess(state);

const WATER: Act = { key: 'close.water' };
/** Which of them it is says nothing. */
const GOODBYE: Act = { key: 'close.goodbye' };

const sayAgain = (state: State, worse: boolean, context: Context): Act[] => {
  const again = sayWhenAgain(state, worse, context);
  return again ? [again] : [];
};

/** "From five to three.", or "Still three." */
function compare(before: number, now: number): Act {
  return { key: 'close.before', ...(before === now ? { context: 'same' } : {}), values: { before, now } };
}

/**
 * Says the closing words, with one tip. `now`: how sore it is at the end, one to ten; it is compared with the beginning
 * and not kept.
 */
export function sayFarewell(state: State, now: number | null, context: Context): Turn {
  const { soreBefore, moment } = state;
  const known = now !== null && soreBefore !== null;
  const compared: Act[] = known ? [compare(soreBefore, now)] : [];
  // The question how sore it is comes after it.
  const hasAgain = moment.at === 'closing' && moment.asks === 'soreness';
  const pressed = spotsPressed(state).length > 0;
  const again = hasAgain ? [] : pressed ? sayAgain(state, false, context) : [WATER];
  const [tip] = isTight(state) ? [] : tipsAfter(state, context);
  const worse = known && now > soreBefore;
  const last: Act[] = worse ? [{ key: 'close.worse' }] : tip ? [sayTip(tip)] : [];
  // A visit that was worse counts too: what is kept must not tell it.
  const counted: Effect[] = tip ? [{ type: 'rememberTip', tip: turnAfter(turnOf(context)) }] : [];
  const effects: Effect[] = [{ type: 'forgetPlace' }, ...counted];
  const goodbye = last.length > 0 || isTight(state) ? [] : [GOODBYE];
  const says = [...compared, ...again, ...last, NET, ...goodbye];
  return endSession({ ...state, place: null }, says, effects);
}

/** Closes a session in which a symptom has come and gone: rest, the safety net, goodbye. */
export function closeGently(state: State): Turn {
  return endSession({ ...state, place: null }, [{ key: 'easing.gone.numb' }, NET, GOODBYE], [{ type: 'forgetPlace' }]);
}
