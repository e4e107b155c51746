// Replies in the middle of a press; `converse` puts the release before all but those that go on with the hold.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { waitForReady } from '../../moments/breaks/interrupted';
import { askIfWrong } from '../../moments/breaks/worrying';
import { findAgain, goOnAfterSpot } from '../../moments/routine/finding';
import { goOnHolding } from '../../moments/routine/pressing';
import { beginStretches } from '../../moments/routine/stretching';
import { spotOf } from '../../rules';
import type { MomentAt, State } from '../../state';
import { takeStrength } from './checking';

/** Counts a hold that was broken off as one. */
function withBrokenHold(state: State): State {
  const spot = spotOf(state);
  return spot && spot.holds === 0 ? { ...state, spots: [...state.spots.slice(0, -1), { ...spot, holds: 1 }] } : state;
}

/** Of one hold, so many remarks are answered without the release (docs/safety.md "The rules of pressing"). */
const MOST_REMARKS = 2;
/** After a number above this on the spot, every word is answered with the release. */
const COMFORTABLE = 5;

/** The first words of the answer to a harmless remark, and the state after it; null for any other event. */
function takeRemark(state: State, event: Event): { state: State; says: Act[] } | null {
  const { settings } = state;
  switch (event.type) {
    case 'askedTimeLeft':
    case 'resumed':
      return { state, says: [] };
    case 'remarked':
      return { state, says: [{ key: `remark.${event.remark}` }] };
    case 'wantedMoreCounting':
      return { state: { ...state, settings: { ...settings, counting: 'more' } }, says: [{ key: 'replan.countMore' }] };
    case 'wantedLessCounting':
      return { state: { ...state, settings: { ...settings, counting: 'less' } }, says: [{ key: 'replan.countLess' }] };
    default:
      return null;
  }
}

/** Answers a harmless remark in a breath and goes on with the hold; null when the listener has to be released. */
function goOnAfterRemark(state: State, event: Event, context: Context, moment: MomentAt<'pressing'>): Turn | null {
  const { remarks = 0, leftMs = 0 } = moment;
  const taken = takeRemark(state, event);
  if (!taken || remarks >= MOST_REMARKS || (spotOf(state)?.strength ?? 0) > COMFORTABLE) return null;
  return goOnHolding(taken.state, context, { leftMs, remarks: remarks + 1 }, taken.says);
}

/** Replies in the middle of a press. A number counts as the answer to how strong the hold is. */
export function hearPressing(state: State, event: Event, context: Context, moment: MomentAt<'pressing'>): Turn | null {
  const goesOn = goOnAfterRemark(state, event, context, moment);
  if (goesOn) return goesOn;
  switch (event.type) {
    case 'gaveNumber':
      return takeStrength(withBrokenHold(state), { at: 'checking', tries: {} }, event.number, context);
    case 'wantedNext':
      return goOnAfterSpot(withBrokenHold(state), context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return findAgain(withBrokenHold(state), context);
    // Each of these releases, and nothing presses on before "ready".
    case 'saidYes':
    case 'wasReady':
    case 'resumed':
    case 'saidStart':
    case 'triedToStart':
    case 'remarked':
    case 'wantedMore':
      return waitForReady(state, context, []);
    case 'saidVague':
      return askIfWrong(state, context, event);
    case 'notUnderstood':
    case 'unclear':
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'itEased':
      return askIfWrong(state, context);
    default:
      return null;
  }
}
