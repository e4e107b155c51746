// The reply to a number that comes when nobody asks for one: it counts as if it had come in time.

import { judgePain } from '../../domain/pain';
import type { Act, Turn } from '../act';
import type { Context } from '../context';
import type { Event } from '../event';
import { beginStretches } from '../moments/routine/stretching';
import { withoutPressing } from '../planning';
import { askAgain } from '../prompts';
import { spotOf } from '../rules';
import type { Moment, MomentName, State } from '../state';
import { moveTo } from '../turn';
import { withStrength } from './routine/checking';

/**
 * Applies the pain rule to a number, one to ten, that is told after something was pressed or searched for. Before that,
 * it was not understood.
 */
export function hearLateNumber(state: State, level: number, context: Context): Turn {
  const verdict = judgePain(level);
  if (!spotOf(state) || verdict === 'again') return askAgain(state, context, [{ key: 'missed' }]);
  const { moment } = state;
  const known = verdict === 'second' ? state : withStrength(state, level);
  if (verdict === 'off') {
    if (moment.at === 'feeling' || moment.at === 'offering')
      return beginStretches({ ...known, pressOff: true }, context, [{ key: 'check.strong' }]);
    return askAgain(withPressingClosed(known), context, [{ key: 'check.noMore' }]);
  }
  const lighter = verdict === 'lighter' && moment.at === 'offering' && moment.what === 'second';
  const here = lighter ? moveTo(known, { ...moment, what: 'lighter' }) : known;
  return askAgain(here, context, [verdict === 'lighter' ? { key: 'check.high' } : sayFine(moment, level)]);
}

/** Questions whether anything is wrong. A number does not answer them, and "fine" would sound as if it had. */
const ASKS_WHETHER_WRONG = new Set<MomentName>([
  'screening',
  'rechecking',
  'doubting',
  'easing',
  'locating',
  'closing',
]);

function sayFine({ at }: Moment, level: number): Act {
  if (ASKS_WHETHER_WRONG.has(at)) return { key: 'screening.need' };
  return { key: 'check.fine', values: { number: Math.max(1, Math.ceil(level)) } };
}

/** Closes pressing for this session: what was broken off of a press is not taken up, the stretches are. */
export function withPressingClosed(state: State): State {
  const { plan, place } = state;
  const presses = place?.part === 'find' || place?.part === 'press' || place?.part === 'pin';
  return {
    ...state,
    pressOff: true,
    plan: plan && withoutPressing(plan),
    place: presses ? { part: 'stretch', unit: 0 } : place,
  };
}

/**
 * Closes pressing at once on eight to ten, whatever the moment makes of the number afterwards. An hour, minutes, and how
 * sore it is at the end are no strength of a press.
 */
export function noteStrongPain(state: State, event: Event): State {
  if (event.type !== 'gaveNumber' || judgePain(event.number) !== 'off' || !spotOf(state)) return state;
  const { moment } = state;
  const isOther =
    moment.at === 'reminding' ||
    (moment.at === 'choosing' && moment.asks === 'minutes') ||
    (moment.at === 'closing' && moment.asks === 'soreness');
  if (isOther) return state;
  // On the way, the listener has let go, and comes back to the stretches.
  return 'back' in moment ? withPressingClosed(state) : { ...state, pressOff: true };
}
